import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { GridQuery } from './grid.ts';

export const exportGridCalendar = route({
  name: 'exportGridCalendar',
  module: 'duty',
  method: 'GET',
  path: '/duty-assignments/grid.ics',
  summary: 'The assignments of a grid for calendar programs',
  access: 'duty.read',
  query: GridQuery,
  status: 200,
  answer: Type.String(),
  media: ['text/calendar'],
  refusals: {},
});
