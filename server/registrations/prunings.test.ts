import { beforeAll, expect, test } from 'vitest';
import { opus } from '../files/testing/recordings.ts';
import { pruneAll } from '../platform/prune.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openSigning, registrationOf, signUpByForm } from '../testing/registration-steps.ts';
import { auditionDays, prunings } from './prunings.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const prune = async () =>
  (await pruneAll(world.program.app, prunings)).get('recordings of declined sign-ups');
const recorded = async (signing: { code: string }) =>
  (await signUpByForm(world, signing, [[opus(), 'a.opus']])).body.id as string;
const recordings = async (id: string) => (await registrationOf(world, id)).auditions.length;
const used = async () =>
  Number(
    (
      await world.sql<{ bytes: string }>(
        'SELECT bytes FROM file_usage WHERE owner_id = organisation_id',
      )
    )[0]?.bytes,
  );

test('recordings of who was declined go after 90 days and no longer count; the sign-up stays', async () => {
  const signing = await openSigning(world);
  const [declined, accepted, waiting] = [
    ...[await recorded(signing), await recorded(signing), await recorded(signing)],
  ] as [string, string, string];
  await world.as.ben.post(`/api/registrations/${declined}/decline`, {});
  await world.as.ben.post(`/api/registrations/${accepted}/accept`, {});
  const before = await used();
  expect(await prune()).toBe(0);

  await world.sql(`UPDATE registration SET decided_at = decided_at - interval '89 days'`);
  expect(await prune()).toBe(0);
  await world.sql(`UPDATE registration SET decided_at = decided_at - interval '2 days'`);
  expect(await prune()).toBe(1);
  expect(await prune()).toBe(0);
  expect([
    await recordings(declined),
    await recordings(accepted),
    await recordings(waiting),
  ]).toEqual([0, 1, 1]);
  expect(await used()).toBe((before / 3) * 2);
});

test('and of who was never decided on, when the roster has been over for as long', async () => {
  const signing = await openSigning(world);
  const id = await recorded(signing);
  await world.sql(
    `UPDATE roster SET start_date = $1::date - 91, end_date = $1::date - 91 WHERE id = $2`,
    ['2026-11-20', signing.roster],
  );
  expect(auditionDays).toBe(90);
  expect(await prune()).toBe(1);
  expect(await recordings(id)).toBe(0);
});
