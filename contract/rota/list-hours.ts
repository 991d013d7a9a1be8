import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Hours, Id } from '../platform/values.ts';

export const listHours = route({
  name: 'listHours',
  module: 'rota',
  method: 'GET',
  path: '/hours',
  summary: 'Approved hours of an ISO week: own, or everyone as admin',
  access: 'hours.read',
  query: Body({
    week: Type.String({ pattern: '^(19|2[0-9])[0-9]{2}-W[0-9]{2}$', description: '2026-W47' }),
  }),
  status: 200,
  answer: Type.Array(
    Type.Object({
      person: Id,
      name: Type.String(),
      week: Type.String(),
      week_start: Type.String(),
      hours: Hours,
      limit: Hours,
      exceeds_limit: Type.Boolean(),
      shift_count: Type.Integer(),
    }),
  ),
  refusals: {},
});
