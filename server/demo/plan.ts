import { addDays, datesBetween, type WallSpan } from '../timeline/module.ts';

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
 * that covered, partly covered and open days all show; requests wait in the fortnight after `today`.
 */
export function planShifts(first: string, last: string, today: string): Planned[] {
  const planned = datesBetween(first, last).flatMap((date, i) => {
    const weekday = Temporal.PlainDate.from(date).dayOfWeek;
    return patterns
      .filter((pattern, j) => pattern.weekdays.includes(weekday) && (i * 7 + j * 3) % 11 !== 0)
      .map((pattern) => ({ who: pattern.who, wall: wallOf(date, pattern), approved: true }));
  });
  const requests = requestsAfter(today).filter(({ wall }) => wall.date <= last);
  const asked = new Set(requests.map(({ who, wall }) => `${who} ${wall.date}`));
  // Who asks for something on a day has nothing approved on it, or the night before.
  const kept = planned.filter(
    ({ who, wall }) =>
      !asked.has(`${who} ${wall.date}`) && !asked.has(`${who} ${addDays(wall.date, 1)}`),
  );
  return [...kept, ...requests];
}

function requestsAfter(today: string): Planned[] {
  const ask = (days: number, who: string, start: string, end: string, notes = ''): Planned => ({
    who,
    wall: wallOf(addDays(today, days), { start, end, overnight: end <= start }),
    approved: false,
    notes,
  });
  return [
    ask(2, 'cleo', '05:30', '09:00', 'I can stay longer if needed.'),
    ask(3, 'dev', '20:45', '22:15'),
    ask(4, 'eli', '06:00', '09:00', 'Swapped my course, free again.'),
    ask(6, 'dev', '12:00', '23:30', 'Long day, I know.'),
    ask(8, 'cleo', '21:00', '06:00', 'Night is fine for me.'),
    ask(9, 'eli', '06:00', '20:00'),
  ];
}

function wallOf(
  date: string,
  { start, end, overnight = false }: Pick<Pattern, 'start' | 'end' | 'overnight'>,
): WallSpan {
  return { date, startTime: start, endTime: end, overnight };
}
