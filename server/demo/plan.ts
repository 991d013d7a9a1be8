import { addDays, datesBetween, mondayOf, type WallSpan, wallMinutes } from '../timeline/module.ts';

/** A shift of the demo: whose (key of the world), when, and whether it is approved or waits. */
export type Planned = { who: string; wall: WallSpan; approved: boolean; notes?: string };

type Pattern = { who: string; weekdays: number[]; start: string; end: string; overnight?: boolean };

const patterns: Pattern[] = [
  { who: 'cleo', weekdays: [1, 3, 5], start: '06:00', end: '10:00' },
  { who: 'dev', weekdays: [2, 4, 6], start: '06:00', end: '09:30' },
  { who: 'eli', weekdays: [7], start: '06:00', end: '11:00' },
  { who: 'dev', weekdays: [1, 3], start: '20:30', end: '22:30' },
  { who: 'cleo', weekdays: [2, 4], start: '20:00', end: '22:00' },
  { who: 'eli', weekdays: [5], start: '20:30', end: '22:00' },
  { who: 'eli', weekdays: [6], start: '21:00', end: '05:30', overnight: true },
];

/**
 * Two months of shifts from `first` (the first of a month): regular weeks with some days off, so
 * that covered, partly covered and open days all show. Six requests wait in the fortnight after
 * `today`: one clashes with a shift, one exceeds its person's weekly limit, each of the others
 * covers a window that is open.
 */
export function planShifts(first: string, last: string, today: string): Planned[] {
  const requests = requestsAfter(today);
  const settled = settledAfter(today);
  const longWeek = mondayOf(addDays(today, longDay));
  const regular = regularShifts(first, last).filter(
    (shift) =>
      ![...requests, ...settled].some((other) => overlap(shift, other)) &&
      !(shift.who === 'eli' && mondayOf(shift.wall.date) === longWeek),
  );
  return [...regular, ...settled, ...requests];
}

function regularShifts(first: string, last: string): Planned[] {
  return datesBetween(first, last).flatMap((date, i) => {
    const weekday = Temporal.PlainDate.from(date).dayOfWeek;
    return patterns
      .filter((pattern, j) => pattern.weekdays.includes(weekday) && (i * 7 + j * 3) % 11 !== 0)
      .map((pattern) => ({ who: pattern.who, wall: wallOf(date, pattern), approved: true }));
  });
}

/** Days from today to the one on which Eli, with a limit of 24 hours, asks for 14. */
const longDay = 9;

function requestsAfter(today: string): Planned[] {
  const ask = (days: number, who: string, start: string, end: string, notes = ''): Planned => ({
    who,
    wall: wallOf(addDays(today, days), { start, end, overnight: end <= start }),
    approved: false,
    notes,
  });
  return [
    ask(2, 'cleo', '05:30', '09:00', 'I can stay longer if needed.'),
    ask(3, 'dev', '20:45', '22:15', 'Or is Cleo on already?'),
    ask(4, 'eli', '06:00', '09:00', 'Swapped my course, free again.'),
    ask(6, 'dev', '12:00', '23:30', 'Long day, I know.'),
    ask(8, 'cleo', '21:00', '06:00', 'Night is fine for me.'),
    ask(longDay, 'eli', '06:00', '20:00'),
  ];
}

/** What makes one request clash, and one exceed the limit: 12 approved hours in the week of its 14. */
function settledAfter(today: string): Planned[] {
  const long = addDays(today, longDay);
  const beside = mondayOf(long) === long ? addDays(long, 1) : addDays(long, -1);
  const evening = wallOf(addDays(today, 3), { start: '20:00', end: '22:00' });
  return [
    { who: 'cleo', wall: evening, approved: true },
    { who: 'eli', wall: wallOf(beside, { start: '08:00', end: '20:00' }), approved: true },
  ];
}

function overlap(a: Planned, b: Planned): boolean {
  const [one, other] = [minutesOf(a), minutesOf(b)];
  return one.from < other.until && other.from < one.until;
}

function minutesOf({ wall }: Planned) {
  return wallMinutes(wall.date, wall.startTime, wall.endTime, wall.overnight);
}

function wallOf(
  date: string,
  { start, end, overnight = false }: Pick<Pattern, 'start' | 'end' | 'overnight'>,
): WallSpan {
  return { date, startTime: start, endTime: end, overnight };
}
