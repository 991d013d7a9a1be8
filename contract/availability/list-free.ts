import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, Nullable, WallTime } from '../platform/values.ts';

export const listFree = route({
  name: 'listFree',
  module: 'availability',
  method: 'GET',
  path: '/timeline/free',
  summary:
    'Who is free for a span: nobody listed has a commitment in it, is away, or says they cannot',
  access: 'timeline.read',
  query: Body({
    date: CalendarDate,
    start_time: WallTime,
    end_time: WallTime,
    overnight: Type.Optional(Type.Boolean()),
  }),
  status: 200,
  answer: Type.Array(
    Type.Object({
      person: Id,
      name: Type.String(),
      available: Nullable(Type.Boolean({ description: 'true: says they can; null: said nothing' })),
    }),
  ),
  refusals: {},
});
