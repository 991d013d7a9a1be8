import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id, Instant, Line, Nullable, page } from '../platform/values.ts';

export const listJournal = route({
  name: 'listJournal',
  module: 'journal',
  method: 'GET',
  path: '/audit-logs',
  summary: 'The journal, newest first: who did what to which thing, before and after',
  access: 'journal.read',
  query: Body({
    action_type: Type.Optional(Line(80)),
    user_id: Type.Optional(Id),
    subject_id: Type.Optional(Id),
    ...page,
  }),
  status: 200,
  answer: Type.Array(
    Type.Object({
      id: Id,
      at: Instant,
      event: Type.String(),
      actor: Nullable(Id),
      actor_name: Type.String(),
      subject_kind: Type.String(),
      subject_id: Id,
      data: Type.Record(Type.String(), Type.Unknown()),
      request_id: Nullable(Type.String()),
      sealed: Type.Boolean(),
    }),
  ),
  refusals: {},
});
