import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Instant } from '../platform/values.ts';

export const makeFeed = route({
  name: 'makeFeed',
  module: 'calendar',
  method: 'POST',
  path: '/calendar/feed',
  summary: 'Make the secret address of my shifts for a calendar program; an older one dies',
  access: 'calendar.read',
  status: 201,
  answer: Type.Object({
    url: Type.String({ description: 'Shown this once: only its hash is kept' }),
    made_at: Instant,
  }),
  secret: true,
  refusals: {},
});
