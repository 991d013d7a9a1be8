import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Roster } from './roster.ts';

export const readRoster = route({
  name: 'readRoster',
  module: 'duty',
  method: 'GET',
  path: '/rosters/:id',
  summary: 'One roster with its duties',
  access: 'roster.read',
  params: ById,
  status: 200,
  answer: Roster,
  refusals: {},
});
