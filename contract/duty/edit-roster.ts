import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, CalendarDate, Line } from '../platform/values.ts';
import { Roster, rosterFields } from './roster.ts';

export const editRoster = route({
  name: 'editRoster',
  module: 'duty',
  method: 'PATCH',
  path: '/rosters/:id',
  summary: 'Change a roster: name, dates, which duties in which order, second calendar',
  access: 'roster.change',
  params: ById,
  body: Body({
    ...rosterFields,
    name: Type.Optional(Line(100)),
    start_date: Type.Optional(CalendarDate),
    end_date: Type.Optional(CalendarDate),
  }),
  status: 200,
  answer: Roster,
  refusals: {
    roster_shrinks: 'People are assigned outside the new dates or duties; lists them.',
    version_stale: 'Someone changed it meanwhile (412).',
  },
});
