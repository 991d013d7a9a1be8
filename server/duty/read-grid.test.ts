import { beforeAll, describe, expect, test } from 'vitest';
import { assigned, gridOf, makeDutyType, makeRoster, unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
let roster: string;
let doors: string;
let tea: string;
beforeAll(async () => {
  world = await openWorld();
  doors = await makeDutyType(world, { name: 'Doors', people: 2 });
  tea = await makeDutyType(world, { name: 'Tea', start_time: '08:00', end_time: '09:00' });
  const dates = { start_date: '2026-11-19', end_date: '2026-11-21' };
  roster = await makeRoster(world, [tea, doors], { name: 'Three days', ...dates });
});

const path = () => `/api/duty-assignments/grid?roster=${roster}`;

test('dates down, duties across, names inside; free, partial and taken', async () => {
  await assigned(world, 'cleo', { roster, duty: doors, date: '2026-11-21' });
  await assigned(world, 'dev', { roster, duty: tea, date: '2026-11-21' });
  const grid = await gridOf(world, roster, '', 'ben');
  expect(grid).toMatchObject({
    roster: { id: roster, name: 'Three days', start_date: '2026-11-19', end_date: '2026-11-21' },
    ...{ time_zone: 'Europe/London', today: '2026-11-20', as_of: null, free: 7 },
    duty_types: [{ name: 'Tea' }, { name: 'Doors', people: 2 }],
    rows: [
      { date: '2026-11-19', is_past: true, is_today: false, second_date: null },
      { date: '2026-11-20', is_past: false, is_today: true },
      { date: '2026-11-21', is_past: false },
    ],
    can: { assign: true, unlock: true, edit: true },
  });
  const [first, second] = grid.rows[2].cells;
  expect(first).toMatchObject({
    ...{ duty_type: tea, start_time: '08:00:00', state: 'taken', can: { assign: false } },
    assignments: [{ person_name: 'Dev Patel', locked: true, can: { unlock: true } }],
  });
  expect(second).toMatchObject({ state: 'partial', people: 2, can: { assign: true } });
  expect(grid.rows[0].cells[0]).toMatchObject({ state: 'free', can: { assign: true } });
});

test('of one person: theirs are named, and what is free is still told', async () => {
  const grid = await gridOf(world, roster, `&person=${world.ids.cleo}`);
  const [first, second] = grid.rows[2].cells;
  expect(first).toMatchObject({ state: 'taken', assignments: [] });
  expect(second.assignments).toMatchObject([{ person_name: 'Cleo Marsh' }]);
});

test('each date in the second calendar, if the roster shows it', async () => {
  const change = { second_calendar: 'umm_al_qura', locale: 'en-GB' };
  await world.as.ada.patch('/api/organisation', change);
  const dates = (await gridOf(world, roster)).rows.map(
    (row: { second_date: string }) => row.second_date,
  );
  expect(dates[0]).toMatch(/Jumada II 1448/);
  await world.as.ada.patch('/api/organisation', { second_calendar_offset: 1 });
  expect((await gridOf(world, roster)).rows[0].second_date).toBe(dates[1]);
  await world.as.ben.patch(`/api/rosters/${roster}`, { second_calendar: false });
  expect((await gridOf(world, roster)).rows[0].second_date).toBeNull();
});

describe('as it stood', () => {
  test('before anyone was assigned, while someone was, and after: each is what was true then', async () => {
    const cell = { roster, duty: doors, date: '2026-11-20' };
    const namesAt = async (instant: string) => {
      const grid = await gridOf(world, roster, `&as_of=${instant}`);
      return grid.rows[1].cells[1].assignments.map(
        (one: { person_name: string }) => one.person_name,
      );
    };
    const tick = async () => {
      await world.clock.advance({ seconds: 10 });
      const now = world.clock.now().toString();
      await world.clock.advance({ seconds: 10 });
      return now;
    };
    const empty = await tick();
    const id = await assigned(world, 'eli', cell);
    const one = await tick();
    await assigned(world, 'ada', cell);
    const two = await tick();
    await unlock(world, id);
    const after = await tick();
    expect(await namesAt(empty)).toEqual([]);
    expect(await namesAt(one)).toEqual(['Eli Novak']);
    expect(await namesAt(two)).toEqual(['Eli Novak', 'Ada Okafor']);
    expect(await namesAt(after)).toEqual(['Ada Okafor']);
    expect((await gridOf(world, roster, `&as_of=${one}`, 'ben')).can).toEqual({
      ...{ assign: false, unlock: false, edit: false },
    });
  });

  test('an instant that is none: 400', async () => {
    for (const bad of ['yesterday', '2026-11-20', '2026-02-30T00:00:00Z']) {
      const answer = await world.as.cleo.get(`${path()}&as_of=${bad}`);
      expect(answer).toMatchObject({ status: 400, body: { errors: { as_of: expect.anything() } } });
    }
  });
});

test('for people of the organisation only', async () => {
  expect((await world.anyone.get(path())).status).toBe(401);
  expect((await world.as.fay.get(path())).status).toBe(404);
});
