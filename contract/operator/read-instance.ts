import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Instant, Nullable } from '../platform/values.ts';

const Count = Type.Integer();

export const readInstance = route({
  name: 'readInstance',
  module: 'operator',
  method: 'GET',
  path: '/operator/health',
  summary: 'How the instance is: counts and the oldest thing that waits, nothing of what it says',
  access: 'operator',
  status: 200,
  answer: Type.Object({
    at: Instant,
    version: Type.String(),
    node_version: Type.String(),
    postgres_version: Type.String(),
    database_bytes: Count,
    organisations: Count,
    people: Count,
    sessions: Count,
    messages: Type.Object({
      open: Count,
      failed: Count,
      oldest_due_at: Nullable(Instant),
    }),
    journal_unsealed: Count,
  }),
  refusals: {},
});
