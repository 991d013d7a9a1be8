import { describe, expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { openPeriod } from '../testing/rota-steps.ts';
import { addDays, dateAt } from '../timeline/module.ts';
import { runDue, takes } from './testing.ts';

const zone = 'Europe/London';
const days = 56;
const wallClock = (instant: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);

/** Eight weeks of the program running by itself, with a clock change inside. */
describe.each([
  ['the night that loses an hour', '2027-03-08', '2027-03-08T01:00:00Z'],
  ['the night that wins an hour', '2027-10-04', '2027-10-04T00:00:00Z'],
])('%s', (_, first, start) => {
  test('an alert at six on days with gaps, none on others; patterns on Mondays at two', {
    timeout: 120_000,
  }, async () => {
    const world = await openWorld({ start });
    // Gaps on the first four weeks; then none, until the eighth week, whose first two days are covered.
    const early = { name: 'Early', start_date: first, end_date: addDays(first, 27) };
    const late = { name: 'Late', start_date: addDays(first, 49), end_date: addDays(first, 55) };
    await openPeriod(world, early);
    const period = await openPeriod(world, late);
    for (const date of [addDays(first, 49), addDays(first, 50)]) {
      await takes(world, 'cleo', { period, date });
      await takes(world, 'cleo', { period, date, start: '21:00', end: '22:00' });
    }
    const gapDates = [...days28(first), ...days28(addDays(first, 51)).slice(0, 5)];
    await runDue(world);
    await world.sql('DELETE FROM message');
    await world.sql('DELETE FROM gap_notice');
    const settled = await lastEntry(world);

    for (const end = addDays(first, days); dateAt(world.clock.now(), zone) < end; ) {
      // Hour by hour through the night, when all happens; then in longer steps.
      const { hour } = world.clock.now().toZonedDateTimeISO(zone);
      world.clock.advance({ hours: hour < 8 ? 1 : 4 });
      await runDue(world);
    }

    const expected = Array.from({ length: days }, (_, i) => addDays(first, i)).filter((day) =>
      gapDates.some((date) => date >= day && date <= addDays(day, 13)),
    );
    expect(expected.length).toBeLessThan(days);
    const letters = await world.sql<{ address: string; created_at: Date }>(
      `SELECT address, created_at FROM message WHERE template = 'gap-alert' ORDER BY created_at, address`,
    );
    const told = letters.map(({ address, created_at }) => {
      const at = created_at.toISOString();
      return `${dateAt(Temporal.Instant.from(at), zone)} ${wallClock(at)} ${address}`;
    });
    expect(told).toEqual(
      expected.flatMap((day) => [
        `${day} 06:00 ada@harbour.example`,
        `${day} 06:00 ben@harbour.example`,
      ]),
    );

    const counted = await world.sql<{ at: Date }>(
      `SELECT at FROM journal WHERE event = 'pattern.computed' AND seq > $1
         AND organisation_id = (SELECT organisation_id FROM person WHERE id = $2) ORDER BY seq`,
      [settled, world.ids.cleo],
    );
    expect(
      counted.map(({ at }) => {
        const instant = at.toISOString();
        return `${dateAt(Temporal.Instant.from(instant), zone)} ${wallClock(instant)}`;
      }),
    ).toEqual(Array.from({ length: 8 }, (_, week) => `${addDays(first, week * 7)} 02:00`));

    const alerts = await world.sql<{ date: string; window: string; day: string; n: number }>(
      `SELECT data ->> 'date' AS date, data ->> 'window' AS window, (at AT TIME ZONE $1)::date::text AS day,
         count(*)::int AS n
       FROM journal WHERE event = 'coverage.alert' AND seq > $2 GROUP BY 1, 2, 3`,
      [zone, settled],
    );
    const gapsOf = (day: string) =>
      gapDates.filter((date) => date >= day && date <= addDays(day, 13)).length * 2;
    expect(alerts).toHaveLength(expected.reduce((sum, day) => sum + gapsOf(day), 0));
    expect(new Set(alerts.map(({ n }) => n))).toEqual(new Set([1]));
  });
});

/** 28 dates from the first. */
function days28(first: string): string[] {
  return Array.from({ length: 28 }, (_, i) => addDays(first, i));
}

async function lastEntry(world: Awaited<ReturnType<typeof openWorld>>): Promise<string> {
  const [row] = await world.sql<{ seq: string }>('SELECT max(seq)::text AS seq FROM journal');
  return row?.seq ?? '0';
}
