import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPeriod } from '../testing/rota-steps.ts';
import { anchorJournal, readAnchors } from './anchor-journal.ts';
import { verifyJournal } from './verify-journal.ts';

let world: World;
let file: string;
beforeAll(async () => {
  world = await openWorld();
  file = join(world.dataFolder, 'journal-anchors.jsonl');
});

const anchor = () => anchorJournal(world.program.app);

test('without any anchor there is none to hold the journal against', async () => {
  expect(await readAnchors(join(world.dataFolder, 'nowhere'))).toEqual([]);
});

test('every chain’s head is signed once, and again when it has moved', async () => {
  expect(await anchor()).toBe(2);
  expect(await anchor()).toBe(0);
  world.clock.advance({ hours: 24 });
  await openPeriod(world);
  await expect.poll(anchor).toBe(1);
  const anchors = await readAnchors(world.dataFolder);
  expect(anchors).toHaveLength(3);
  expect(anchors.at(-1)?.at).toBe('2026-11-21T09:00:00Z');
  const heads = await world.sql<{ number: string; hash: Buffer }>(
    'SELECT number, hash FROM journal_seal WHERE organisation_id = $1 ORDER BY number DESC LIMIT 1',
    [anchors.at(-1)?.organisation_id],
  );
  expect(anchors.at(-1)).toMatchObject({
    number: heads[0]?.number,
    hash: heads[0]?.hash.toString('hex'),
  });
  expect((await verifyJournal(world.program.app)).faults).toEqual([]);
});

test('the key is this installation’s and nobody else’s to read', async () => {
  const { mode } = await stat(join(world.dataFolder, 'journal-key.pem'));
  expect(mode & 0o777).toBe(0o600);
});

test.each([
  ['number', (line: string) => line.replace(/"number":"\d+"/, '"number":"1"')],
  ['hash', (line: string) => line.replace(/"hash":"../, '"hash":"00')],
  ['moment', (line: string) => line.replace('2026-11-20', '2026-11-19')],
  ['signature', (line: string) => line.replace(/"signature":"../, '"signature":"__')],
])('an anchor whose %s was changed is called forged', async (_what, forge) => {
  const genuine = await readFile(file, 'utf8');
  await writeFile(file, forge(genuine));
  await expect(verifyJournal(world.program.app)).rejects.toThrow('forged');
  await writeFile(file, genuine);
});
