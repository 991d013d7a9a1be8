import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Effect } from '../../contract/rota/list-pending-shifts.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, ask, openPeriod } from '../testing/rota-steps.ts';

/** One week of December 2026, with so few hours that shifts often meet. */
const anyWish = fc.record({
  who: fc.constantFrom('cleo', 'dev', 'eli' as const),
  day: fc.integer({ min: 7, max: 13 }),
  from: fc.constantFrom(5, 6, 7, 8, 13, 20, 21),
  hours: fc.integer({ min: 2, max: 14 }),
});

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

type Row = { id: string; effect: Effect };

const queue = async (): Promise<Row[]> =>
  (await world.as.ben.get('/api/shifts/pending?limit=200')).body;

/** `date window` of every window that is covered. */
async function covered(): Promise<Set<string>> {
  const path = '/api/coverage?start_date=2026-12-01&end_date=2026-12-31';
  const { body } = await world.as.ben.get(path);
  type Day = { date: string; windows: { name: string; covered: boolean }[] };
  return new Set(
    body.flatMap((day: Day) =>
      day.windows.filter((one) => one.covered).map((one) => `${day.date} ${one.name}`),
    ),
  );
}

test('whatever waits, its effect is what approving it does, one after the other', async () => {
  for (const { who, day, from, hours } of fc.sample(anyWish, { numRuns: 60, seed: 7 })) {
    const hour = (at: number) => `${String(at % 24).padStart(2, '0')}:00`;
    const overnight = from + hours >= 24;
    const date = `2026-12-${String(day).padStart(2, '0')}`;
    await ask(world, who, { period, date, start: hour(from), end: hour(from + hours), overnight });
  }
  const seen = { clash: 0, overtime: 0, covers: 0 };
  let [next] = await queue();
  while (next) {
    const { id, effect } = next;
    const before = await covered();
    const { status, body } = await approve(world, id);
    const after = await covered();
    if (effect.clashes.length > 0) {
      expect([status, body.code]).toEqual([
        409,
        expect.stringMatching(/shift_overlaps|person_busy/),
      ]);
      seen.clash += 1;
    } else if (effect.exceeds_limit) {
      expect([status, body.code]).toEqual([409, 'overtime']);
      expect(body.weekly_hours_after).toBe(effect.weekly_hours_after);
      seen.overtime += 1;
    } else {
      expect(status).toBe(200);
      for (const { date, window, covered_before, covered_after } of effect.covers) {
        expect(before.has(`${date} ${window}`)).toBe(covered_before);
        expect(after.has(`${date} ${window}`)).toBe(covered_after);
      }
      const turned = effect.covers.filter((one) => one.covered_after && !one.covered_before);
      expect(after.size - before.size).toBe(turned.length);
      seen.covers += turned.length;
    }
    if (status !== 200) {
      await world.as.ben.post(`/api/shifts/${id}/reject`, { rejected_reason: 'in the way' });
    }
    [next] = await queue();
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(2);
});
