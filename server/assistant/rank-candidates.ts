import { hoursText, minuteOf, mondayOf } from '../timeline/module.ts';
import type { Pattern } from './pattern.ts';
import type { Need } from './uncovered.ts';
import { plainHours } from './words.ts';

/** Someone active, with all that the choice looks at. */
export type Colleague = {
  id: string;
  name: string;
  limitMinutes: number;
  /** Approved minutes by Monday of the ISO week. */
  weekMinutes: ReadonlyMap<string, number>;
  /** When the timeline has them elsewhere, in epoch milliseconds. */
  busy: readonly { from: number; until: number }[];
  /** The part of it that is work. */
  work?: readonly { from: number; until: number }[];
  /** What they want to be proposed for at most; null or absent: no limit. */
  dailyLimitMinutes?: number | null;
  restMinutesMin?: number | null;
  pattern: Pick<Pattern, 'weekdays' | 'startHours' | 'meanMinutes' | 'weeks'> | null;
};

/** Someone who could fill a need, and why. */
export type Ranked = {
  id: string;
  name: string;
  reasons: string[];
  minutesAfter: number;
  limitMinutes: number;
};

/** What someone said of their own time: yes, no, or nothing. */
export type Availability = (personId: string, need: Need) => boolean | undefined;

const candidatesMax = 3;

/**
 * Up to three people who could fill the need, best first: free on the timeline for all of it and
 * within their weekly hours, or they are not proposed. First who said they are available, then who
 * is used to that weekday and hour, then who has most hours left; names decide last. `available`
 * leaves out who said no.
 */
export function rankCandidates(
  need: Need,
  colleagues: readonly Colleague[],
  available?: Availability,
): Ranked[] {
  const minutes = need.stretches.reduce((sum, one) => sum + (one.until - one.from) / 60_000, 0);
  return colleagues
    .flatMap((colleague) => {
      const said = available?.(colleague.id, need);
      const minutesAfter = (colleague.weekMinutes.get(mondayOf(need.date)) ?? 0) + minutes;
      if (said === false || !isFree(colleague, need)) return [];
      if (minutesAfter > colleague.limitMinutes || !keepsLimits(colleague, need)) return [];
      return [{ colleague, said: said === true, minutesAfter, habit: habitOf(colleague, need) }];
    })
    .sort(
      (a, b) =>
        Number(b.said) - Number(a.said) ||
        b.habit.rank - a.habit.rank ||
        b.habit.count - a.habit.count ||
        b.colleague.limitMinutes - b.minutesAfter - (a.colleague.limitMinutes - a.minutesAfter) ||
        compare(a.colleague.name, b.colleague.name) ||
        compare(a.colleague.id, b.colleague.id),
    )
    .slice(0, candidatesMax)
    .map(({ colleague, said, minutesAfter, habit }) => ({
      id: colleague.id,
      name: colleague.name,
      reasons: [
        ...(said ? ['says they are available'] : []),
        `free ${clocks(need)}`,
        `${plain(minutesAfter)} of ${plain(colleague.limitMinutes)} hours that week with it`,
        habit.reason,
      ],
      minutesAfter,
      limitMinutes: colleague.limitMinutes,
    }));
}

const plain = (minutes: number) => plainHours(hoursText(minutes));

function isFree(colleague: Colleague, need: Need): boolean {
  return need.stretches.every((one) =>
    colleague.busy.every((busy) => busy.until <= one.from || busy.from >= one.until),
  );
}

/** Whether the need leaves someone the rest they want, and no longer a day than they want. */
function keepsLimits(
  { work = [], dailyLimitMinutes, restMinutesMin }: Colleague,
  { stretches }: Need,
): boolean {
  const rest = (restMinutesMin ?? 0) * 60_000;
  const rested = stretches.every((one) =>
    work.every((shift) => shift.until + rest <= one.from || shift.from >= one.until + rest),
  );
  if (!rested || dailyLimitMinutes == null) return rested;
  const [first] = stretches;
  if (!first) return true;
  // A day of work is what lies within twelve hours of the need, across midnight too.
  const near = work.filter(
    (shift) => shift.until > first.from - halfDay && shift.from < first.until + halfDay,
  );
  const workMs = [...near, ...stretches].reduce((sum, one) => sum + one.until - one.from, 0);
  return workMs <= dailyLimitMinutes * 60_000;
}

const halfDay = 12 * 3_600_000;

const days = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** How used someone is to the need's weekday and hour: 2 both, 1 one of them, 0 neither. */
function habitOf({ pattern }: Colleague, need: Need) {
  if (!pattern) return { rank: 0, count: 0, reason: 'no usual days yet' };
  const { dayOfWeek } = Temporal.PlainDate.from(need.date);
  const day = days[dayOfWeek - 1];
  const count = pattern.weekdays.find((one) => one.weekday === dayOfWeek)?.count ?? 0;
  const usedToHour = isUsualHour(pattern, need);
  const onDay = `usually works ${day} (${count} in ${weeks(pattern.weeks)})`;
  if (count > 0 && usedToHour) return { rank: 2, count, reason: `${onDay} at this hour` };
  if (count > 0) return { rank: 1, count, reason: `${onDay}, at other hours` };
  if (usedToHour) return { rank: 1, count, reason: `used to this hour, not to ${day}` };
  return { rank: 0, count, reason: `not used to ${day} at this hour` };
}

/** Used to an hour: shifts usually begin within an hour of it, or are under way by then. */
function isUsualHour(pattern: NonNullable<Colleague['pattern']>, need: Need): boolean {
  const at = minuteOf(need.stretches[0]?.start_time ?? '00:00');
  return pattern.startHours.some(({ hour }) => {
    const from = hour * 60;
    return (
      Math.abs(hour - Math.floor(at / 60)) <= 1 || (at >= from && at < from + pattern.meanMinutes)
    );
  });
}

function weeks(count: number): string {
  return count === 1 ? '1 week' : `${count} weeks`;
}

function clocks(need: Need): string {
  return need.stretches
    .map((one) => `from ${one.start_time.slice(0, 5)} to ${one.end_time.slice(0, 5)}`)
    .join(' and ');
}

// Not by locale: the same order on every machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
