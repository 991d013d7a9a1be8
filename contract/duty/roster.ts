import { type Static, Type } from 'typebox';
import { CalendarDate, Id, Instant, Line, Nullable } from '../platform/values.ts';
import { DutyType } from './duty-type.ts';

/** A roster: a span of dates with its duties, the grid. */
export const Roster = Type.Object({
  id: Id,
  name: Type.String(),
  start_date: CalendarDate,
  end_date: CalendarDate,
  second_calendar: Type.Boolean({
    description: 'Show the organisation’s second calendar, if it has one',
  }),
  duty_types: Type.Array(DutyType, { description: 'In the order of the grid' }),
  assigned: Type.Integer({ description: 'How many assignments stand' }),
  created_by: Nullable(Id),
  created_by_name: Nullable(Type.String()),
  created_at: Instant,
  updated_at: Instant,
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
  can: Type.Object({
    edit: Type.Boolean(),
    delete: Type.Boolean(),
    assign: Type.Boolean(),
    unlock: Type.Boolean(),
  }),
});
export type Roster = Static<typeof Roster>;

/** What a roster is made of; at most 366 days. */
export const rosterFields = {
  name: Line(100),
  start_date: CalendarDate,
  end_date: CalendarDate,
  second_calendar: Type.Optional(Type.Boolean()),
  duty_types: Type.Optional(
    Type.Array(Id, { uniqueItems: true, maxItems: 50, description: 'In the order of the grid' }),
  ),
};
