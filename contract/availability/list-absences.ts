import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, page } from '../platform/values.ts';
import { Absence } from './absence.ts';

export const listAbsences = route({
  name: 'listAbsences',
  module: 'availability',
  method: 'GET',
  path: '/absences',
  summary:
    'Absences that end on `from` (today) or later, the first to end first: mine, or everyone’s for who may change people',
  access: 'absence.read',
  query: Body({ person: Type.Optional(Id), from: Type.Optional(CalendarDate), ...page }),
  status: 200,
  answer: Type.Array(Absence),
  refusals: {},
});
