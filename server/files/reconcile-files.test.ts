import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/id.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { reconcileFiles } from './reconcile-files.ts';
import { scanPending } from './sweep-files.ts';
import { filesOnDisk, stored } from './testing.ts';

let world: World;
let organisation: string;
beforeAll(async () => {
  world = await openWorld();
  const [row] = await world.sql<{ id: string }>(
    'SELECT organisation_id AS id FROM person WHERE id = $1',
    [world.ids.cleo],
  );
  organisation = row?.id as string;
});

const laterMs = () => Date.now() + 2 * 3_600_000;
const reconcile = (nowMs = laterMs()) => reconcileFiles(world.program.app, nowMs);
const text = Buffer.from('some text');
const placeOf = (id: string) =>
  path.join(world.program.app.files.store.place, organisation, id.slice(-2), id);
async function plant(id: string): Promise<void> {
  await mkdir(path.dirname(placeOf(id)), { recursive: true });
  await writeFile(placeOf(id), text);
}

test('where rows and store agree there is nothing to do', async () => {
  await stored(world, text, 'a.txt');
  expect(await reconcile()).toEqual({
    ...{ withoutRow: 0, withoutFile: 0, found: 0, miscounted: 0, leftovers: 0 },
  });
});

test('a file without a row is removed, but not one that may still get its row', async () => {
  const id = newId();
  await plant(id);
  expect(await reconcile(Date.now())).toMatchObject({ withoutRow: 0 });
  expect(await filesOnDisk(world)).toContain(id);
  expect(await reconcile()).toMatchObject({ withoutRow: 1 });
  expect(await filesOnDisk(world)).not.toContain(id);
  expect(await reconcile()).toMatchObject({ withoutRow: 0 });
});

test('a row without its file is lost; when the file is back, it is ready again', async () => {
  const { id } = await stored(world, text, 'b.txt');
  const state = async () => (await world.as.cleo.get(`/api/files/${id}`)).body.state;
  await world.program.app.files.store.remove({ organisationId: organisation, id });
  expect(await reconcile()).toMatchObject({ withoutFile: 1, found: 0 });
  expect(await state()).toBe('lost');
  expect(await reconcile()).toMatchObject({ withoutFile: 0, found: 0 });

  await plant(id);
  expect(await reconcile()).toMatchObject({ withoutFile: 0, found: 1 });
  await scanPending(world.program.app);
  expect(await state()).toBe('ready');
});

test('what a crash left of an upload goes after a day', async () => {
  const left = path.join(world.program.app.files.incoming, newId());
  await writeFile(left, text);
  expect(await reconcile()).toMatchObject({ leftovers: 0 });
  const old = new Date(Date.now() - 2 * 86_400_000);
  await utimes(left, old, old);
  expect(await reconcile()).toMatchObject({ leftovers: 1 });
});
