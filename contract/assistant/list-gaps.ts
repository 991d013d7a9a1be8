import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate } from '../platform/values.ts';
import { UncoveredWindow } from './gap.ts';

export const listGaps = route({
  name: 'listGaps',
  module: 'assistant',
  method: 'GET',
  path: '/gaps',
  summary: 'Gaps still ahead in open or locked periods, each with up to 3 who could fill it',
  access: 'gap.read',
  query: Body({ start_date: CalendarDate, end_date: CalendarDate }),
  status: 200,
  answer: Type.Array(UncoveredWindow),
  refusals: {},
});
