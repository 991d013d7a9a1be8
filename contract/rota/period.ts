import { type Static, Type } from 'typebox';
import { CalendarDate, Id, Instant } from '../platform/values.ts';

export const periodStatuses = ['OPEN', 'LOCKED', 'FINALIZED'] as const;
export const PeriodStatus = Type.Enum(periodStatuses);
export type PeriodStatus = (typeof periodStatuses)[number];

/** A schedule period: a named span of dates in which people ask for shifts. */
export const Period = Type.Object({
  id: Id,
  name: Type.String(),
  start_date: CalendarDate,
  end_date: CalendarDate,
  status: PeriodStatus,
  seats: Type.Integer(),
  created_by: Id,
  created_by_name: Type.String(),
  shift_count: Type.Integer(),
  created_at: Instant,
  updated_at: Instant,
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
  can: Type.Object({
    ask: Type.Boolean(),
    decide: Type.Boolean(),
    edit: Type.Boolean(),
    finalize: Type.Boolean(),
  }),
});
export type Period = Static<typeof Period>;
