import { beforeAll, describe, expect, test } from 'vitest';
import {
  assigned,
  download,
  gridOf,
  makeDutyType,
  makeRoster,
  namesIn,
  outsiders,
  tableOf,
} from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';
import { accessOf } from '../testing/socket.ts';

let world: World;
let roster: string;
let doors: string;
let tea: string;
beforeAll(async () => {
  world = await openWorld();
  doors = await makeDutyType(world, { name: 'Doors', people: 2 });
  tea = await makeDutyType(world, { name: 'Tea', start_time: '08:00', end_time: '09:00' });
  roster = await makeRoster(world, [doors, tea]);
});

const path = '/api/duty-assignments/import';
const read = (text: string, more: object = {}) =>
  world.as.ben.post(path, { ...tableOf(roster, text), ...more });

test('strangers and members may not, and to another organisation there is no such roster', async () => {
  const body = tableOf(roster, 'Date,Duty,Name\n2026-12-01,Tea,Cleo Marsh');
  expect(await outsiders(world, (as) => as.post(path, body))).toEqual([401, 403, 400]);
});

test('all of it in one transaction, each as if it had been assigned by hand; again it is nothing', async () => {
  const text =
    'Date,Doors,Tea\n2026-12-01,"Cleo Marsh\nDev Patel",Eli Novak\n2026-12-02,,Dev Patel';
  const answer = await read(text);
  expect(answer).toMatchObject({
    status: 200,
    body: { assigned: 4, standing: 0, refused: 0, message: '4 duties are assigned now.' },
  });
  expect(await namesIn(world, { roster, duty: doors })).toEqual(['Cleo Marsh', 'Dev Patel']);
  const [first] = (await world.as.ben.get(`/api/duty-assignments?roster=${roster}`)).body;
  expect(await eventsOf(world, first.id)).toEqual(['duty.assigned']);
  expect((await read(text)).body).toMatchObject({ assigned: 0, standing: 4 });
});

test('the exported workbook is read in again: nothing changes; into another roster, all of it', async () => {
  const file = await download(
    world,
    `/api/duty-assignments/grid.xlsx?roster=${roster}`,
    await accessOf(world, 'ben'),
  );
  const body = { roster, file_name: 'roster.xlsx', content: file.toString('base64') };
  expect((await world.as.ben.post(path, body)).body).toMatchObject({ assigned: 0, standing: 4 });
  const other = await makeRoster(world, [
    await makeDutyType(world, { name: 'doors!', start_time: '10:00', end_time: '11:00' }),
  ]);
  expect((await world.as.ben.post(path, { ...body, roster: other })).status).toBe(400);
});

describe('when some can’t be', () => {
  const some = [
    ...['Date,Duty,Name', '2026-12-05,Tea,Cleo Marsh', '2026-12-05,Tea,Dev Patel'],
    ...['2026-12-06,Tea,Cleo Marsh'],
  ].join('\n');

  test('nobody is assigned, and the lines are named', async () => {
    const before = (await gridOf(world, roster)).free;
    const answer = await read(some);
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'bulk_refused', rows: [{ line: 3, code: 'cell_taken' }] },
    });
    const unread = await read(`${some}\n2026-12-07,Tea,Nobody Here`);
    expect(unread.body).toMatchObject({ code: 'bulk_refused', rows: [{ line: 5 }] });
    expect(unread.body.detail).toContain('Line 5: Nobody active is called “Nobody Here”.');
    expect((await gridOf(world, roster)).free).toBe(before);
  });

  test('partial: what can be', async () => {
    const answer = await read(`${some}\n2026-12-07,Tea,Nobody Here`, { partial: true });
    expect(answer.body).toMatchObject({ assigned: 2, standing: 0, refused: 2 });
  });
});

test('the same file twice at once: everyone once', async () => {
  const text = 'Date,Tea\n2026-12-20,Ada Okafor\n2026-12-21,Ada Okafor';
  const answers = await Promise.all([read(text), read(text)]);
  for (const { status } of answers) expect([200, 409]).toContain(status);
  expect(await namesIn(world, { roster, duty: tea, date: '2026-12-20' })).toEqual(['Ada Okafor']);
  await assigned(world, 'ada', { roster, duty: tea, date: '2026-12-22' });
});
