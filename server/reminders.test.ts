import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openWorld, type World } from './testing/open-world.ts';
import { remind } from './testing/reminders/remind.ts';

const start = '2027-01-01T00:00:00Z';

/** Plants and sends on a database of its own. */
async function reminders(
  world: World,
  wanted: Omit<Parameters<typeof remind>[2], 'url' | 'dataFolder'>,
) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'callboard-reminders-'));
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const place = { url: world.databaseUrl, dataFolder };
  const reminded = await remind(world.program.app, client, { ...wanted, ...place });
  await client.end();
  await rm(dataFolder, { recursive: true, force: true });
  const { planted, kills, seconds } = reminded;
  console.log(`${planted} reminders, ${kills} kills: ${Math.round(planted / seconds)}/s`);
  return reminded;
}

test('J-02, J-05: 2,000 reminders by mail, the worker killed six times: none lost, none early, none twice in a mailbox', async () => {
  const world = await openWorld();
  const size = { organisations: 4, people: 50, times: 10 };
  const reminded = await reminders(world, { ...size, start, kills: 6 });
  expect(reminded).toMatchObject({ planted: 2_000, taken: 2_000, unsent: 0, early: 0, kills: 6 });
  // Known again by their Message-ID: at most what the killed workers had in hand.
  expect(reminded.repeated).toBeLessThanOrEqual(reminded.attempts - reminded.planted);
}, 180_000);

test('J-14: 400 by text, where the provider knows no id of ours, the worker killed four times: none lost, none twice', async () => {
  const world = await openWorld();
  const size = { organisations: 4, people: 20, times: 5 };
  const reminded = await reminders(world, { ...size, start, kills: 4, channel: 'sms' });
  expect(reminded).toMatchObject({ planted: 400, taken: 400, repeated: 0, unsent: 0, kills: 4 });
}, 180_000);
