import { beforeAll, expect, test } from 'vitest';
import { assigned, openRoster, outsiders } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod } from '../testing/rota-steps.ts';

let world: World;
let roster: string;
let duty: string;
beforeAll(async () => {
  world = await openWorld();
  ({ roster, duty } = await openRoster(world, { name: 'Doors' }));
});

const address = (who: keyof World['ids'], date: string, cell = { roster, duty }) =>
  `/api/duty-assignments/conflicts?roster=${cell.roster}&date=${date}&duty_type=${cell.duty}&person=${world.ids[who]}`;
const check = async (who: keyof World['ids'], date: string) =>
  (await world.as.ben.get(address(who, date))).body;

test('strangers, members and other organisations may not', async () => {
  const call = (as: World['anyone']) => as.get(address('cleo', '2026-12-01'));
  expect(await outsiders(world, call)).toEqual([401, 403, 404]);
});

test('free, or everything that stands in the way; and assigning says the first of it', async () => {
  expect(await check('cleo', '2026-12-01')).toEqual({ free: true, problems: [] });
  await assigned(world, 'cleo', { roster, duty, date: '2026-12-02' });
  const period = await openPeriod(world);
  const shift = { period, date: '2026-12-02', start: '17:00', end: '19:00' };
  await approve(world, await asked(world, 'dev', shift));
  const found = await check('dev', '2026-12-02');
  expect(found).toMatchObject({
    free: false,
    problems: [
      { code: 'cell_taken', assignments: [{ person_name: 'Cleo Marsh' }] },
      { code: 'person_busy', clashes: [{ source: 'shift', what: 'on a shift' }] },
    ],
  });
  expect(await check('dev', '2027-02-01')).toMatchObject({ problems: [{ code: 'invalid' }] });
});
