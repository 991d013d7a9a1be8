import { type Static, Type } from 'typebox';
import { CalendarDate, Hours, Id, WallTime } from '../platform/values.ts';
import { Gap } from '../rota/coverage.ts';

/** Someone who could fill a gap, with the reasons in words. */
export const Candidate = Type.Object({
  person: Id,
  name: Type.String(),
  reasons: Type.Array(Type.String()),
  hours_after: Hours,
  limit: Hours,
});
export type Candidate = Static<typeof Candidate>;

/** A coverage window of a date that nobody covers, or not all of it, and who could. */
export const UncoveredWindow = Type.Object({
  schedule_period: Id,
  date: CalendarDate,
  window: Type.String({ description: 'Slug of the coverage window' }),
  name: Type.String(),
  start_time: WallTime,
  end_time: WallTime,
  gaps: Type.Array(Gap),
  candidates: Type.Array(Candidate),
});
export type UncoveredWindow = Static<typeof UncoveredWindow>;
