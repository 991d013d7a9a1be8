import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Line, WallTime } from '../platform/values.ts';
import { CoverageWindow } from './coverage.ts';

export const addCoverageWindow = route({
  name: 'addCoverageWindow',
  module: 'rota',
  method: 'POST',
  path: '/coverage-windows',
  summary: 'One more span of every day that must be covered, from today or the date given',
  access: 'coverage.change',
  body: Body({
    name: Line(60),
    start_time: WallTime,
    end_time: WallTime,
    effective_from: Type.Optional(CalendarDate),
  }),
  status: 201,
  answer: CoverageWindow,
  refusals: { window_exists: 'There is a window of that name.' },
});
