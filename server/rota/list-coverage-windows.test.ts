import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const windows = async (who: keyof World['as']) =>
  (await world.as[who].get('/api/coverage-windows')).body;

test('a stranger is asked to log in', async () => {
  expect(outcome(await world.anyone.get('/api/coverage-windows'))).toEqual([
    401,
    'unauthenticated',
  ]);
});

test('a new organisation has a morning and an evening, for everyone to see', async () => {
  const always = { effective_from: '1970-01-01', effective_until: null };
  const morning = { slug: 'morning', name: 'Morning', ...always };
  const evening = { slug: 'evening', name: 'Evening', ...always };
  expect(await windows('cleo')).toEqual([
    { id: expect.any(String), ...morning, start_time: '06:00:00', end_time: '09:00:00' },
    { id: expect.any(String), ...evening, start_time: '21:00:00', end_time: '22:00:00' },
  ]);
});

test('next door’s are next door’s', async () => {
  await world.sql(
    `UPDATE coverage_window SET name = 'Frühdienst' WHERE slug = 'morning'
       AND organisation_id = (SELECT organisation_id FROM person WHERE id = $1)`,
    [world.ids.fay],
  );
  const names = async (who: keyof World['as']) =>
    (await windows(who)).map((window: { name: string }) => window.name);
  expect(await names('gus')).toEqual(['Frühdienst', 'Evening']);
  expect(await names('cleo')).toEqual(['Morning', 'Evening']);
});

test('what was in effect until yesterday is not shown, what begins later is', async () => {
  const change = (set: string) =>
    world.sql(
      `UPDATE coverage_window SET ${set} WHERE slug = 'evening'
         AND organisation_id = (SELECT organisation_id FROM person WHERE id = $1)`,
      [world.ids.ben],
    );
  const slugs = async () => (await windows('cleo')).map((window: { slug: string }) => window.slug);
  await change("effective_from = '2027-01-01'");
  expect(await slugs()).toEqual(['morning', 'evening']);
  await change("effective_from = '2026-01-01', effective_until = '2026-11-20'");
  expect(await slugs()).toEqual(['morning', 'evening']);
  await change("effective_until = '2026-11-19'");
  expect(await slugs()).toEqual(['morning']);
});
