import { type Static, Type } from 'typebox';
import { CalendarDate, Id, Instant, Text, WallTime } from '../platform/values.ts';

/** From when to when, by the organisation's clocks. Without times whole days: the last one is included. */
export const absenceSpan = {
  start_date: CalendarDate,
  end_date: CalendarDate,
  start_time: Type.Optional(WallTime),
  end_time: Type.Optional(WallTime),
};

/** Someone is away. The reason is for them and for those who may change people. */
export const Absence = Type.Object({
  id: Id,
  person: Id,
  person_name: Type.String(),
  start_date: CalendarDate,
  start_time: WallTime,
  end_date: CalendarDate,
  end_time: WallTime,
  whole_days: Type.Boolean({ description: 'From midnight to midnight; end_date is included' }),
  starts_at: Instant,
  ends_at: Instant,
  reason: Text(300),
  cancelled: Type.Boolean(),
  can: Type.Object({ cancel: Type.Boolean() }),
});
export type Absence = Static<typeof Absence>;
