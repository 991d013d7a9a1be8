import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Line } from '../platform/values.ts';
import { Availability, WeeklyHours } from './weekly-hours.ts';

export const setAvailability = route({
  name: 'setAvailability',
  module: 'availability',
  method: 'PUT',
  path: '/users/:id/availability',
  summary:
    'Say the whole usual week anew; without a zone, by the person’s own or the organisation’s clocks',
  access: 'absence.change',
  params: ById,
  body: Body({
    hours: Type.Array(WeeklyHours, { maxItems: 100 }),
    time_zone: Type.Optional(Line(64)),
  }),
  status: 200,
  answer: Availability,
  refusals: {},
});
