import { beforeAll, expect, test } from 'vitest';
import { assigned, openRoster, outsiders } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { commitElsewhere } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('everyone active, by name, with what keeps them while the roster lasts', async () => {
  const { roster, duty } = await openRoster(world, { name: 'Doors' });
  const path = `/api/rosters/${roster}/people`;
  expect(await outsiders(world, (as) => as.get(path))).toEqual([401, 403, 404]);
  const id = await assigned(world, 'cleo', { roster, duty });
  await commitElsewhere(world, 'cleo', '2027-03-01T10:00:00Z', '2027-03-01T12:00:00Z');
  const { body } = await world.as.ben.get(path);
  expect(body.map((one: { name: string }) => one.name)).toEqual([
    ...['Ada Okafor', 'Ben Lindqvist', 'Cleo Marsh', 'Dev Patel', 'Eli Novak'],
  ]);
  const cleo = body.find((one: { person: string }) => one.person === world.ids.cleo);
  expect(cleo).toMatchObject({ duties: 1, registered: false, duty_types: [], dates_not: [] });
  expect(cleo.busy).toEqual([
    {
      ...{ source: 'duty', what: 'on duty (Doors)', duty_assignment: id },
      ...{ starts_at: '2026-12-01T18:00:00Z', ends_at: '2026-12-01T20:00:00Z' },
    },
  ]);
});
