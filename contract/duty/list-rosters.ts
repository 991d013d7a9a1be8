import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, page } from '../platform/values.ts';
import { Roster } from './roster.ts';

export const listRosters = route({
  name: 'listRosters',
  module: 'duty',
  method: 'GET',
  path: '/rosters',
  summary: 'Rosters, newest start first; with `date` those that have this day',
  access: 'roster.read',
  query: Body({ date: Type.Optional(CalendarDate), ...page }),
  status: 200,
  answer: Type.Array(Roster),
  refusals: {},
});
