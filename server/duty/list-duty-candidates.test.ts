import { beforeAll, expect, test } from 'vitest';
import { assigned, makeDutyType, makeRoster, outsiders } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

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

const address = (more = '', date = '2026-12-02') =>
  `/api/duty-assignments/candidates?roster=${roster}&date=${date}&duty_type=${doors}${more}`;
const find = async (more = '', date?: string) => (await world.as.ben.get(address(more, date))).body;
const namesOf = (found: { name: string }[]) => found.map(({ name }) => name);

test('strangers, members and other organisations may not', async () => {
  expect(await outsiders(world, (as) => as.get(address()))).toEqual([401, 403, 404]);
});

test('the free before the busy, who has fewest first; the busy with what keeps them', async () => {
  await assigned(world, 'cleo', { roster, duty: tea, date: '2026-12-02' });
  await assigned(world, 'dev', { roster, duty: tea, date: '2026-12-03' });
  const found = await find();
  expect(namesOf(found)).toEqual([
    ...['Ada Okafor', 'Ben Lindqvist', 'Eli Novak'],
    ...['Dev Patel', 'Cleo Marsh'],
  ]);
  expect(found.at(-2)).toMatchObject({ free: true, problem: null, duties: 1, preferred: null });
  expect(found.at(-1)).toMatchObject({
    free: false,
    problem: { code: 'person_busy', clashes: [{ source: 'duty', what: 'on duty (Tea)' }] },
  });
});

test('names as one types, whatever the letters; signs mean themselves; no more than asked for', async () => {
  expect(namesOf(await find('&search=mar'))).toEqual(['Cleo Marsh']);
  expect(namesOf(await find('&search=%25'))).toEqual([]);
  expect(await find('&limit=2')).toHaveLength(2);
});

test('who says that they can be on comes first, who is shut out does not come', async () => {
  const said = [{ weekday: 5, start_time: '08:00', end_time: '23:00', available: true }];
  const path = `/api/users/${world.ids.eli}/availability`;
  expect((await world.as.eli.put(path, { hours: said })).status).toBe(200);
  await world.as.ada.post(`/api/users/${world.ids.dev}/deactivate`);
  const found = await find('', '2026-12-04');
  expect(namesOf(found)).not.toContain('Dev Patel');
  expect(found[0]).toMatchObject({ name: 'Eli Novak', available: true });
});
