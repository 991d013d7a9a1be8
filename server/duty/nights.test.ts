import { beforeAll, describe, expect, test } from 'vitest';
import {
  assign,
  assigned,
  gridOf,
  makeDutyType,
  makeRoster,
  openRoster,
  remindersOf,
} from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const times = { start_time: '22:00', end_time: '06:00' };

/** A night duty on the dates around one. */
const nightsFrom = (start_date: string, end_date: string, fields: object = times) =>
  openRoster(world, { ...fields }, { name: `Nights of ${start_date}`, start_date, end_date });
const spanOf = ({ body }: { body: { starts_at: string; ends_at: string; overnight: boolean } }) => [
  ...[body.starts_at, body.ends_at, body.overnight],
];

describe('nights', () => {
  test('over the turn of the year, ISO week 53 and 29 February', async () => {
    const year = await nightsFrom('2026-12-28', '2027-01-03');
    expect(spanOf(await assign(world, 'cleo', { ...year, date: '2026-12-31' }))).toEqual([
      ...['2026-12-31T22:00:00Z', '2027-01-01T06:00:00Z', true],
    ]);
    const leap = await nightsFrom('2028-02-28', '2028-03-01');
    expect(spanOf(await assign(world, 'cleo', { ...leap, date: '2028-02-29' }))).toEqual([
      ...['2028-02-29T22:00:00Z', '2028-03-01T06:00:00Z', true],
    ]);
    // The night after begins when this one is over, to the minute.
    const early = await openRoster(
      world,
      { start_time: '06:00', end_time: '07:00' },
      { name: 'Early', start_date: '2028-03-01', end_date: '2028-03-01' },
    );
    expect((await assign(world, 'cleo', { ...early, date: '2028-03-01' })).status).toBe(201);
  });

  test('when the clocks go forward and back: as long as the night is, and reminded the evening before', async () => {
    const spring = await nightsFrom('2027-03-26', '2027-03-29');
    const short = await assign(world, 'dev', { ...spring, date: '2027-03-27' });
    expect(spanOf(short)).toEqual(['2027-03-27T22:00:00Z', '2027-03-28T05:00:00Z', true]);
    const autumn = await nightsFrom('2027-10-29', '2027-11-01');
    const long = await assign(world, 'dev', { ...autumn, date: '2027-10-30' });
    expect(spanOf(long)).toEqual(['2027-10-30T21:00:00Z', '2027-10-31T06:00:00Z', true]);
    for (const { body } of [short, long]) {
      expect(await remindersOf(world, body.id)).toEqual(['PENDING']);
    }
  });

  test('a time that spring skips: nobody can be assigned that night, and the grid says why', async () => {
    const cell = await nightsFrom('2027-03-27', '2027-03-29', {
      ...{ name: 'Small hours', start_time: '01:30', end_time: '03:00' },
    });
    const answer = await assign(world, 'eli', { ...cell, date: '2027-03-28' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'nonexistent_local_time' } });
    const [, night] = (await gridOf(world, cell.roster, '', 'ben')).rows;
    expect(night.cells[0]).toMatchObject({
      ...{ start_time: null, starts_at: null, state: 'free', can: { assign: false } },
      why_not: { code: 'nonexistent_local_time' },
    });
    expect((await assign(world, 'eli', { ...cell, date: '2027-03-29' })).status).toBe(201);
  });

  test('a time that autumn repeats is the earlier, and blocks both', async () => {
    const cell = await nightsFrom('2027-10-31', '2027-10-31', {
      ...{ start_time: '01:15', end_time: '01:45' },
    });
    const answer = await assign(world, 'eli', { ...cell, date: '2027-10-31' });
    expect(spanOf(answer)).toEqual(['2027-10-31T00:15:00Z', '2027-10-31T00:45:00Z', false]);
  });
});

describe('by the sun', () => {
  test('without a place nobody can be assigned; with one, at its minute, and what is assigned keeps it', async () => {
    const type = await makeDutyType(world, {
      ...{ name: 'Azaan', sun: { event: 'maghrib', offset_minutes: 0, minutes: 15 } },
    });
    const roster = await makeRoster(world, [type]);
    const cell = { roster, duty: type, date: '2026-12-01' };
    expect(await assign(world, 'cleo', cell)).toMatchObject({
      status: 409,
      body: { code: 'sun_unknown' },
    });
    expect((await gridOf(world, roster)).rows[0].cells[0].why_not.code).toBe('sun_unknown');
    const place = { latitude: 51.5074, longitude: -0.1278 };
    expect((await world.as.ada.patch('/api/sun-settings', place)).status).toBe(200);
    const id = await assigned(world, 'cleo', cell);
    const before = (await world.as.cleo.get(`/api/duty-assignments/${id}`)).body;
    // Sunset in London on 1 December is at 15:55.
    expect(before.start_time).toMatch(/^15:5\d:00$/);
    expect(Date.parse(before.ends_at) - Date.parse(before.starts_at)).toBe(15 * 60_000);
    await world.as.ada.patch('/api/sun-settings', { latitude: 57.1, longitude: -2.1 });
    expect((await world.as.cleo.get(`/api/duty-assignments/${id}`)).body).toEqual(before);
    const cells = (await gridOf(world, roster)).rows.map(
      (row: { cells: { start_time: string }[] }) => row.cells[0]?.start_time,
    );
    expect(cells[0]).not.toBe(before.start_time);
    expect(new Set(cells).size).toBeGreaterThan(5);
  });
});
