import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Hours, Id, Instant } from '../platform/values.ts';

export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** What a person usually works, counted every Monday from approved shifts. */
const Pattern = Type.Object({
  person: Id,
  name: Type.String(),
  usual_weekdays: Type.Array(
    Type.Object({ weekday: Type.Enum(weekdayNames), count: Type.Integer() }),
  ),
  usual_start_hours: Type.Array(
    Type.Object({
      hour: Type.Integer({ description: 'Hour of the day, 0 to 23' }),
      count: Type.Integer(),
    }),
  ),
  mean_hours: Hours,
  weekly_hours: Hours,
  shift_count: Type.Integer(),
  weeks: Type.Integer({ description: 'Weeks that were counted, at most 12' }),
  computed_at: Instant,
});

export const listPatterns = route({
  name: 'listPatterns',
  module: 'assistant',
  method: 'GET',
  path: '/patterns',
  summary: 'What people usually work, from their last 12 weeks: own, or everyone as admin',
  access: 'pattern.read',
  status: 200,
  answer: Type.Array(Pattern),
  refusals: {},
});
