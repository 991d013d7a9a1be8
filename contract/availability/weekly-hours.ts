import { type Static, Type } from 'typebox';
import { Body, WallTime } from '../platform/values.ts';

/** Hours of a usual week in which someone can be on, or cannot; Monday is 1. An end of 00:00 is midnight. */
export const WeeklyHours = Body({
  weekday: Type.Integer({ minimum: 1, maximum: 7 }),
  start_time: WallTime,
  end_time: WallTime,
  available: Type.Boolean(),
});
export type WeeklyHours = Static<typeof WeeklyHours>;

/** What someone says of their usual week, by the clocks of `time_zone`. */
export const Availability = Type.Object({
  time_zone: Type.String(),
  hours: Type.Array(WeeklyHours),
});
export type Availability = Static<typeof Availability>;
