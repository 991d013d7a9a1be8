import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, CalendarDate, Line, WallTime } from '../platform/values.ts';
import { CoverageWindow } from './coverage.ts';

export const editCoverageWindow = route({
  name: 'editCoverageWindow',
  module: 'rota',
  method: 'PATCH',
  path: '/coverage-windows/:id',
  summary: 'Change a window from today or the date given: the days before keep what it was',
  access: 'coverage.change',
  params: ById,
  body: Body({
    name: Type.Optional(Line(60)),
    start_time: Type.Optional(WallTime),
    end_time: Type.Optional(WallTime),
    effective_from: Type.Optional(CalendarDate),
  }),
  status: 200,
  answer: CoverageWindow,
  refusals: {
    window_exists: 'There is a window of that name, or another version of this one then.',
    window_ended: 'The window is in effect no more; change the one that followed it.',
  },
});
