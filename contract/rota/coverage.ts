import { type Static, Type } from 'typebox';
import { CalendarDate, Id, Nullable, WallTime } from '../platform/values.ts';

/** A part of a window that nobody covers, as wall-clock times. */
export const Gap = Type.Object({ start_time: WallTime, end_time: WallTime });

export const coverageStatuses = ['complete', 'partial', 'none'] as const;
export const CoverageStatus = Type.Enum(coverageStatuses);
export type CoverageStatus = (typeof coverageStatuses)[number];

/** One window of one date: covered when the union of approved shifts covers all of it. */
export const WindowCoverage = Type.Object({
  window: Type.String({ description: 'Slug of the coverage window' }),
  name: Type.String(),
  start_time: WallTime,
  end_time: WallTime,
  covered: Type.Boolean(),
  gaps: Type.Array(Gap),
});
export type WindowCoverage = Static<typeof WindowCoverage>;

/** A day's coverage. `morning_covered`, `evening_covered`: the default windows, as the source names them. */
export const DayCoverage = Type.Object({
  status: CoverageStatus,
  morning_covered: Type.Optional(Type.Boolean()),
  evening_covered: Type.Optional(Type.Boolean()),
  windows: Type.Array(WindowCoverage),
});
export type DayCoverage = Static<typeof DayCoverage>;

/** The same with who covers, for the coverage call. */
export const DateCoverage = Type.Object({
  date: CalendarDate,
  status: CoverageStatus,
  windows: Type.Array(
    Type.Object({
      ...WindowCoverage.properties,
      by: Type.Array(Type.Object({ shift: Id, person: Id, name: Type.String() })),
    }),
  ),
});

/** A span of every day that must be covered. */
export const CoverageWindow = Type.Object({
  id: Id,
  slug: Type.String(),
  name: Type.String(),
  start_time: WallTime,
  end_time: WallTime,
  effective_from: CalendarDate,
  effective_until: Nullable(CalendarDate),
});
