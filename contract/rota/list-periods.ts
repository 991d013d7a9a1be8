import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, page } from '../platform/values.ts';
import { Period, PeriodStatus } from './period.ts';

export const listPeriods = route({
  name: 'listPeriods',
  module: 'rota',
  method: 'GET',
  path: '/schedule-periods',
  summary: 'Schedule periods, newest start first',
  access: 'period.read',
  query: Body({ status: Type.Optional(PeriodStatus), ...page }),
  status: 200,
  answer: Type.Array(Period),
  refusals: {},
});
