import { minuteOf, mondayOf } from '../timeline/module.ts';

/** ISO weekday, 1 Monday to 7 Sunday, and on how many dates. */
export type WeekdayCount = { weekday: number; count: number };
/** Hour of the day, 0 to 23, and how many shifts began in it. */
export type HourCount = { hour: number; count: number };

/** What a person usually works. `weeks`: how many the counts come from. */
export type Pattern = {
  weekdays: WeekdayCount[];
  startHours: HourCount[];
  meanMinutes: number;
  weeklyMinutes: number;
  shiftCount: number;
  weeks: number;
};

/** Weeks that a pattern is counted from at most. */
export const weeksMax = 12;

type Worked = { date: string; start_time: string; minutes: number };

/**
 * Counts a pattern from approved shifts of the weeks before `monday`; null without any. The weeks
 * begin with the first one worked, so that who is new is not thinned out. Usual is what happened
 * twice at least, and in a quarter of the weeks.
 */
export function patternOf(shifts: readonly Worked[], monday: string): Pattern | null {
  if (shifts.length === 0) return null;
  const first = mondayOf(shifts.map((shift) => shift.date).sort()[0] as string);
  const weeks = Temporal.PlainDate.from(first).until(monday).days / 7;
  const minutes = shifts.reduce((sum, shift) => sum + shift.minutes, 0);
  const isUsual = ({ count }: { count: number }) => count >= 2 && count * 4 >= weeks;
  const dates = [...new Set(shifts.map((shift) => shift.date))];
  return {
    weekdays: counted(dates.map((date) => Temporal.PlainDate.from(date).dayOfWeek))
      .map(([weekday, count]) => ({ weekday, count }))
      .filter(isUsual),
    startHours: counted(shifts.map((shift) => Math.floor(minuteOf(shift.start_time) / 60)))
      .map(([hour, count]) => ({ hour, count }))
      .filter(isUsual),
    meanMinutes: Math.round(minutes / shifts.length),
    weeklyMinutes: Math.round(minutes / weeks),
    shiftCount: shifts.length,
    weeks,
  };
}

/** Each value with how often it is there, lowest first. */
function counted(values: readonly number[]): [value: number, count: number][] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}
