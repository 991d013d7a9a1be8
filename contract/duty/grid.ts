import { type Static, Type } from 'typebox';
import { Body, CalendarDate, Id, Instant, Nullable, WallTime } from '../platform/values.ts';
import { DutyAssignment } from './duty-assignment.ts';
import { DutyType } from './duty-type.ts';

/** Which grid: of a roster, perhaps as it stood at an instant, perhaps of one person alone. */
const asked = {
  as_of: Type.Optional(
    Type.String({ maxLength: 40, description: 'An instant: the roster as it stood then' }),
  ),
  person: Type.Optional(Id),
};
export const GridQuery = Body({ roster: Id, ...asked });

/** Without a roster it is today's, else the next, else the last. */
export const AnyGridQuery = Body({ roster: Type.Optional(Id), ...asked });

export const cellStates = ['free', 'partial', 'taken'] as const;

/** A cell: a duty on a date. */
export const GridCell = Type.Object({
  duty_type: Id,
  start_time: Nullable(WallTime),
  end_time: Nullable(WallTime),
  overnight: Type.Boolean(),
  starts_at: Nullable(Instant),
  ends_at: Nullable(Instant),
  state: Type.Enum(cellStates),
  people: Type.Integer({ description: 'How many it needs' }),
  assignments: Type.Array(DutyAssignment, { description: 'By seat' }),
  can: Type.Object({ assign: Type.Boolean() }),
  why_not: Nullable(
    Type.Object(
      { code: Type.String(), detail: Type.String() },
      { description: 'Why nobody can be assigned that night: clocks skip it, no sun time' },
    ),
  ),
});
export type GridCell = Static<typeof GridCell>;

export const GridRow = Type.Object({
  date: CalendarDate,
  second_date: Nullable(Type.String({ description: 'The date in the second calendar' })),
  is_today: Type.Boolean(),
  is_past: Type.Boolean(),
  cells: Type.Array(GridCell, { description: 'One per duty, in the order of duty_types' }),
});
export type GridRow = Static<typeof GridRow>;

/** Dates down, duties across, names inside. */
export const Grid = Type.Object({
  roster: Type.Object({
    id: Id,
    name: Type.String(),
    start_date: CalendarDate,
    end_date: CalendarDate,
    second_calendar: Type.Boolean(),
    version: Type.Integer(),
  }),
  time_zone: Type.String(),
  today: CalendarDate,
  as_of: Nullable(Instant),
  duty_types: Type.Array(DutyType),
  rows: Type.Array(GridRow),
  free: Type.Integer({ description: 'How many seats nobody has yet' }),
  can: Type.Object({ assign: Type.Boolean(), unlock: Type.Boolean(), edit: Type.Boolean() }),
});
export type Grid = Static<typeof Grid>;
