import { type Static, Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ById, CalendarDate, Id } from '../platform/values.ts';
import { DutyClash } from './duty-assignment.ts';

/** Someone who can be assigned in a roster. */
export const RosterPerson = Type.Object({
  person: Id,
  name: Type.String(),
  duties: Type.Integer({ description: 'How many of the roster they have' }),
  busy: Type.Array(DutyClash, { description: 'What keeps them while the roster lasts' }),
  registered: Type.Boolean({ description: 'Their registration was accepted' }),
  duty_types: Type.Array(Id, { description: 'Which duties they asked for; none: any' }),
  dates_not: Type.Array(CalendarDate, { description: 'On which days they asked not to' }),
});
export type RosterPerson = Static<typeof RosterPerson>;

export const listRosterPeople = route({
  name: 'listRosterPeople',
  module: 'duty',
  method: 'GET',
  path: '/rosters/:id/people',
  summary:
    'Everyone who can be assigned in a roster, with what keeps them and when: a grid tells clashes in any cell by it before anything is written',
  access: 'duty.assign',
  params: ById,
  status: 200,
  answer: Type.Array(RosterPerson),
  refusals: {},
});
