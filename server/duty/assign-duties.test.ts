import { beforeAll, describe, expect, test } from 'vitest';
import { countStatements } from '../testing/count-statements.ts';
import {
  assigned,
  gridOf,
  makeDutyType,
  makeRoster,
  namesIn,
  outsiders,
  remindersOf,
  toldOf,
} from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
let roster: string;
let doors: string;
let tea: string;
beforeAll(async () => {
  world = await openWorld();
  doors = await makeDutyType(world, { name: 'Doors' });
  tea = await makeDutyType(world, { name: 'Tea', start_time: '19:00', end_time: '21:00' });
  roster = await makeRoster(world, [doors, tea]);
});

type Wish = [date: string, duty: string, who: keyof World['ids']];
const cellsOf = (wishes: Wish[]) =>
  wishes.map(([date, duty_type, who]) => ({ date, duty_type, person: world.ids[who] }));
const bulk = (wishes: Wish[], more: object = {}) =>
  world.as.ben.post('/api/duty-assignments/bulk', { roster, cells: cellsOf(wishes), ...more });
const standing = async () => (await gridOf(world, roster, '', 'ben')).free;

test('strangers, members and other organisations may not', async () => {
  const body = { roster, cells: cellsOf([['2026-12-01', doors, 'cleo']]) };
  const call = (as: World['anyone']) => as.post('/api/duty-assignments/bulk', body);
  expect(await outsiders(world, call)).toEqual([401, 403, 400]);
});

test('many at once: each locked, reminded and journalled; everyone is told once of all of theirs', async () => {
  const answer = await bulk([
    ['2026-12-02', doors, 'cleo'],
    ['2026-12-03', doors, 'dev'],
    ['2026-12-03', tea, 'cleo'],
    ['2026-12-04', tea, 'cleo'],
  ]);
  expect(answer).toMatchObject({ status: 200, body: { assigned: 4, refused: 0 } });
  const ids = answer.body.rows.map((row: { assignment: { id: string } }) => row.assignment.id);
  for (const id of ids) {
    expect(await eventsOf(world, id)).toEqual(['duty.assigned']);
    expect(await remindersOf(world, id)).toEqual(['PENDING']);
  }
  const told = (await Promise.all(ids.map((id: string) => toldOf(world, id)))).flat();
  expect(told.map(({ address }) => address).sort()).toEqual([
    'cleo@harbour.example',
    'dev@harbour.example',
  ]);
  const [letter] = await world.sql<{ data: { duties: unknown[] } }>(
    `SELECT data FROM message WHERE template = 'duty-assigned' AND address LIKE 'cleo%'
     ORDER BY created_at DESC, id DESC LIMIT 1`,
  );
  expect(letter?.data.duties).toHaveLength(3);
});

describe('when some can’t be', () => {
  const some = (): Wish[] => [
    ['2026-12-07', doors, 'cleo'],
    ['2026-12-07', doors, 'dev'],
    ['2026-12-07', tea, 'cleo'],
    ['2027-01-07', tea, 'dev'],
    ['2026-12-08', tea, 'fay'],
  ];

  test('all or nothing: 409 with what is wrong with which, and nobody is assigned', async () => {
    const before = await standing();
    const answer = await bulk(some());
    expect(answer).toMatchObject({ status: 409, body: { code: 'bulk_refused' } });
    expect(answer.body.rows).toMatchObject([
      { index: 1, code: 'cell_taken', detail: 'Cleo Marsh has Doors on 2026-12-07.' },
      { index: 2, code: 'person_busy' },
      { index: 3, code: 'invalid' },
      { index: 4, code: 'invalid', detail: 'person: There is no such person.' },
    ]);
    expect(await standing()).toBe(before);
  });

  test('partial: as many as can be, each with its result', async () => {
    const answer = await bulk(some(), { partial: true });
    expect(answer).toMatchObject({ status: 200, body: { assigned: 1, refused: 4 } });
    const [first, second] = answer.body.rows;
    expect(first).toMatchObject({ index: 0, problem: null });
    expect(second).toMatchObject({
      ...{ index: 1, assignment: null },
      problem: { code: 'cell_taken', assignments: [{ person_name: 'Cleo Marsh' }] },
    });
    expect(await namesIn(world, { roster, duty: doors, date: '2026-12-07' })).toEqual([
      'Cleo Marsh',
    ]);
  });

  test('none can: 200 with no one assigned', async () => {
    const answer = await bulk([['2026-12-07', doors, 'dev']], { partial: true });
    expect(answer.body).toMatchObject({ assigned: 0, refused: 1 });
  });
});

test('no cells, or too many: 400', async () => {
  expect((await bulk([])).status).toBe(400);
  const many = Array.from({ length: 1_001 }, (): Wish => ['2026-12-09', doors, 'cleo']);
  expect((await bulk(many)).status).toBe(400);
});

test('the same bulk by two admins at once: all once, none twice', async () => {
  const wishes: Wish[] = ['2026-12-14', '2026-12-15', '2026-12-16'].map((date) => [
    date,
    doors,
    'eli',
  ]);
  const body = { roster, cells: cellsOf(wishes) };
  const answers = await Promise.all([
    world.as.ben.post('/api/duty-assignments/bulk', body),
    world.as.ada.post('/api/duty-assignments/bulk', body),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('statements do not grow with the cells', async () => {
  const year = await makeRoster(world, [doors], {
    ...{ name: 'Year', start_date: '2027-01-01', end_date: '2027-12-31' },
  });
  const dates = (first: string, count: number) =>
    Array.from({ length: count }, (_, i) => {
      const date = Temporal.PlainDate.from(first).add({ days: i }).toString();
      return { date, duty_type: doors, person: world.ids.dev };
    });
  const spent = (cells: object[]) =>
    countStatements(world, async () => {
      const answer = await world.as.ben.post('/api/duty-assignments/bulk', { roster: year, cells });
      expect(answer.status).toBe(200);
    });
  const few = await spent(dates('2027-01-01', 2));
  const many = await spent(dates('2027-02-01', 200));
  expect(many).toBe(few);
});

test('someone already assigned counts as taken in a bulk too', async () => {
  const cell = { roster, duty: doors, date: '2026-12-20' };
  await assigned(world, 'cleo', cell);
  const answer = await bulk([[cell.date, doors, 'dev']]);
  expect(answer.body.rows).toMatchObject([{ code: 'cell_taken' }]);
});
