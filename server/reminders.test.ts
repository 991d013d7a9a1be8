import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openWorld } from './testing/open-world.ts';
import { remind } from './testing/reminders/remind.ts';

test('J-02, J-05: 2,000 reminders, the worker killed six times: none lost, none early, none twice in a mailbox', async () => {
  const world = await openWorld();
  const dataFolder = await mkdtemp(join(tmpdir(), 'callboard-reminders-'));
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const wanted = {
    organisations: 4,
    people: 50,
    times: 10,
    start: '2027-01-01T00:00:00Z',
    kills: 6,
  };
  const reminded = await remind(world.program.app, client, {
    ...wanted,
    url: world.databaseUrl,
    dataFolder,
  });
  console.log(reminded);
  expect(reminded).toMatchObject({ planted: 2_000, taken: 2_000, unsent: 0, early: 0, kills: 6 });
  // Known again by their Message-ID: at most what the killed workers had in hand.
  expect(reminded.repeated).toBeLessThanOrEqual(reminded.attempts - reminded.planted);
  await client.end();
  await rm(dataFolder, { recursive: true, force: true });
}, 120_000);
