import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { Roster, rosterFields } from './roster.ts';

export const createRoster = route({
  name: 'createRoster',
  module: 'duty',
  method: 'POST',
  path: '/rosters',
  summary: 'Make a roster; without duty_types it has all active duties, at most 50',
  access: 'roster.change',
  body: Body(rosterFields),
  status: 201,
  answer: Roster,
  refusals: {},
});
