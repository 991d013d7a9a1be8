import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Instant, Nullable } from '../platform/values.ts';

export const readFeed = route({
  name: 'readFeed',
  module: 'calendar',
  method: 'GET',
  path: '/calendar/feed',
  summary: 'Whether my shifts have a secret address, and since when',
  access: 'calendar.read',
  status: 200,
  answer: Type.Object({ exists: Type.Boolean(), made_at: Nullable(Instant) }),
  refusals: {},
});
