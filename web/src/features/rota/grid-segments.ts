import type { CalendarShift } from '../../../../contract/rota/shift.ts';
import { toMinutes } from '../../lib/dates.ts';
import { type Laned, placeInLanes } from '../../lib/lanes.ts';

/** The part of a shift that lies in one day, in minutes of its clock, and its place beside others. */
export type Segment = Laned & {
  shift: CalendarShift;
  /** It began on the day before. */
  continues: boolean;
  /** It goes on on the next day. */
  goesOn: boolean;
};

export const dayMinutes = 24 * 60;

/** The shifts of a day cut at its midnights, those at the same time side by side. */
export function segmentsOf(date: string, shifts: readonly CalendarShift[]): Segment[] {
  const cut = shifts
    .map((shift) => cutAtMidnight(date, shift))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  placeInLanes(cut);
  return cut;
}

function cutAtMidnight(date: string, shift: CalendarShift): Segment {
  const continues = shift.date < date;
  const goesOn = shift.overnight && !continues;
  const from = continues ? 0 : toMinutes(shift.start_time);
  const to = goesOn ? dayMinutes : toMinutes(shift.end_time);
  return {
    shift,
    from,
    to,
    continues,
    goesOn: goesOn && toMinutes(shift.end_time) > 0,
    lane: 0,
    lanes: 1,
  };
}

/** Where a grid begins to be of interest: its first start, the first window, or eight o'clock. */
export function firstMinute(
  days: readonly { date: string; shifts: readonly CalendarShift[]; windows: readonly string[] }[],
): number {
  const starts = days.flatMap(({ date, shifts }) =>
    shifts.filter((shift) => shift.date === date).map((shift) => toMinutes(shift.start_time)),
  );
  const windows = days.flatMap((day) => day.windows.map(toMinutes));
  const [first = 8 * 60] = [...(starts.length > 0 ? starts : windows)].sort((a, b) => a - b);
  return first;
}
