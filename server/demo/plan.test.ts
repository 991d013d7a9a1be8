import { describe, expect, test } from 'vitest';
import { coverOf, dayCoverage, type Window } from '../rota/coverage.ts';
import { defaultWindows } from '../rota/coverage-store.ts';
import { addDays, datesBetween, deriveSpan, mondayOf, type Span } from '../timeline/module.ts';
import { type Planned, planShifts } from './plan.ts';
import { harbour } from './world.ts';

const zone = harbour.organisation.timeZone;
const windows: Window[] = defaultWindows.map((window) => ({
  ...window,
  effective_from: '1970-01-01',
  effective_until: null,
}));

type Placed = Planned & { span: Span };

function planOn(today: string) {
  const month = Temporal.PlainDate.from(today).with({ day: 1 });
  const [first, last] = [month.toString(), addDays(month.add({ months: 2 }).toString(), -1)];
  const placed = planShifts(first, last, today).map((shift): Placed => {
    const span = deriveSpan(shift.wall, zone);
    if ('code' in span) throw new Error(`${today}: ${span.detail}`);
    return { ...shift, span };
  });
  const approved = placed.filter((shift) => shift.approved);
  return { first, last, placed, approved, requests: placed.filter((shift) => !shift.approved) };
}

const overlap = (a: Placed, b: Placed) =>
  a.span.startsAt < b.span.endsAt && b.span.startsAt < a.span.endsAt;

function overlaps(shifts: readonly Placed[]): number {
  const sorted = shifts.toSorted((a, b) => (a.span.startsAt < b.span.startsAt ? -1 : 1));
  return sorted.filter((shift, i) => i > 0 && overlap(sorted[i - 1] as Placed, shift)).length;
}

/** Windows that are covered by approved shifts, and by them and the request. */
function turned(request: Placed, approved: readonly Placed[]): number {
  const covering = (shifts: readonly Placed[]) =>
    coverOf(
      shifts.map(({ span }) => ({
        date: span.date,
        start_time: span.startTime,
        end_time: span.endTime,
        overnight: span.overnight,
      })),
    );
  const dates = [request.wall.date, addDays(request.wall.date, 1)];
  const count = (shifts: readonly Placed[]) =>
    dates
      .flatMap((date) => dayCoverage(date, windows, covering(shifts), zone).windows)
      .filter((window) => window.covered).length;
  return count([...approved, request]) - count(approved);
}

function exceeds(request: Placed, approved: readonly Placed[]): boolean {
  const week = mondayOf(request.wall.date);
  const own = approved.filter(
    ({ who, wall }) => who === request.who && mondayOf(wall.date) === week,
  );
  const minutes = [...own, request].reduce((sum, { span }) => sum + span.minutes, 0);
  const limit = harbour.people.find(({ key }) => key === request.who)?.weeklyHours ?? 0;
  return minutes > limit * 60;
}

// Three years have every weekday on every date of interest, both clock changes and a leap day.
describe.each(['2026', '2027', '2028'])('on any day of %s', (year) => {
  const days = datesBetween(`${year}-01-01`, `${year}-12-31`);

  test('every shift is within the two months, and no one is in two places at once', () => {
    for (const today of days) {
      const { first, last, placed, approved } = planOn(today);
      expect(placed.every(({ wall }) => wall.date >= first && wall.date <= last)).toBe(true);
      expect(overlaps(approved), today).toBe(0);
      for (const { key } of harbour.people) {
        expect(overlaps(placed.filter(({ who }) => who === key)), `${today} ${key}`).toBe(0);
      }
    }
  });

  test('of six requests one clashes, one exceeds its limit, four turn a window', () => {
    for (const today of days) {
      const { approved, requests } = planOn(today);
      const kinds = requests.map((request) => {
        const clash = approved.some((other) => overlap(other, request)) ? 'clash' : '';
        const over = exceeds(request, approved) ? 'over' : '';
        return clash + over || (turned(request, approved) > 0 ? 'covers' : 'nothing');
      });
      expect(kinds.sort(), today).toEqual([
        'clash',
        'covers',
        'covers',
        'covers',
        'covers',
        'over',
      ]);
    }
  });

  test('covered, partly covered and open days all show', () => {
    for (const today of [`${year}-01-15`, `${year}-02-28`, `${year}-12-31`]) {
      const { first, last, approved } = planOn(today);
      const cover = coverOf(
        approved.map(({ span }) => ({
          date: span.date,
          start_time: span.startTime,
          end_time: span.endTime,
          overnight: span.overnight,
        })),
      );
      const statuses = datesBetween(first, last).map(
        (date) => dayCoverage(date, windows, cover, zone).status,
      );
      expect(new Set(statuses)).toEqual(new Set(['complete', 'partial', 'none']));
    }
  });
});
