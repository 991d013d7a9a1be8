import { readSheet } from 'read-excel-file/node';
import { beforeAll, expect, test } from 'vitest';
import { assigned, download, makeDutyType, makeRoster, unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { accessOf } from '../testing/socket.ts';

let world: World;
let roster: string;
let doors: string;
beforeAll(async () => {
  world = await openWorld();
  doors = await makeDutyType(world, { name: '=1+1 Doors', people: 2 });
  const tea = await makeDutyType(world, { name: 'Tea', start_time: '08:00', end_time: '09:00' });
  const dates = { name: '[Week] 1/2?', start_date: '2026-12-01', end_date: '2026-12-03' };
  roster = await makeRoster(world, [doors, tea], dates);
});

const path = (more = '') => `/api/duty-assignments/grid.xlsx?roster=${roster}${more}`;
const sheet = async (more = '') =>
  readSheet(await download(world, path(more), await accessOf(world, 'cleo')));

test('dates down, duties across, names inside, one a line; what looks like a formula is text', async () => {
  await assigned(world, 'cleo', { roster, duty: doors, date: '2026-12-02' });
  await world.sql(`UPDATE person SET last_name = '=HYPERLINK("x")' WHERE id = $1`, [world.ids.dev]);
  await assigned(world, 'dev', { roster, duty: doors, date: '2026-12-02' });
  const answer = await world.as.cleo.get(path());
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="roster-week-1-2.xlsx"',
  );
  const [header, first, second] = await sheet();
  expect(header).toEqual(['Date', 'Day', '=1+1 Doors', 'Tea']);
  expect(first?.slice(1)).toEqual(['Tue', null, null]);
  expect(second?.slice(1)).toEqual(['Wed', 'Cleo Marsh\nDev =HYPERLINK("x")', null]);
  expect(second?.[0]).toEqual(new Date('2026-12-02T00:00:00Z'));
});

test('as it stood; with the second calendar when there is one', async () => {
  await world.clock.advance({ seconds: 5 });
  const before = world.clock.now().toString();
  await world.clock.advance({ seconds: 5 });
  const [duty] = (await world.as.ben.get(`/api/duty-assignments?roster=${roster}`)).body;
  await unlock(world, duty.id);
  expect((await sheet())[2]?.[2]).toBe('Dev =HYPERLINK("x")');
  expect((await sheet(`&as_of=${before}`))[2]?.[2]).toContain('Cleo Marsh');
  await world.as.ada.patch('/api/organisation', { second_calendar: 'umm_al_qura' });
  const [header, first] = await sheet();
  expect(header?.[2]).toBe('Second calendar');
  expect(first?.[2]).toMatch(/1448/);
});

test('for people of the organisation only', async () => {
  expect((await world.anyone.get(path())).status).toBe(401);
  expect((await world.as.fay.get(path())).status).toBe(404);
  expect((await world.as.cleo.get(path('&as_of=yesterday'))).status).toBe(400);
});
