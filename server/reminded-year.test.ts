import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWorld } from './testing/open-world.ts';
import { runYear } from './testing/reminded-year/run-year.ts';

test('a year of duties, the worker killed at random: whoever stood at their hour was reminded once on each channel, nobody else', async () => {
  const world = await openWorld({ start: '2026-12-01T00:00:00Z' });
  const dataFolder = await mkdtemp(join(tmpdir(), 'callboard-year-'));
  const setClock = (ms: number) =>
    world.clock.advance({ milliseconds: ms - world.clock.now().epochMilliseconds });
  const seed = Date.now() % 1_000_000;
  const ran = await runYear(
    { app: world.program.app, setClock },
    {
      ...{ seed, duties: 160, days: 45, people: 12, kills: 4 },
      ...{ zones: ['Asia/Kolkata', 'Europe/London', 'America/New_York'] },
      ...{ url: world.databaseUrl, dataFolder },
    },
  );
  await rm(dataFolder, { recursive: true, force: true });
  const { due, raced, racedAndCame, moments, kills, seconds } = ran;
  console.log(
    `seed ${seed}: ${due} due, ${raced} taken off in the second (${racedAndCame} came), ${moments} moments, ${kills} kills, ${seconds.toFixed(1)} s`,
  );
  const none = { missing: [], uncalledFor: [], afterwards: [], doubled: [] };
  expect(ran).toMatchObject({ duties: 160, kills: 4, ...none });
  expect(Object.keys(ran.statuses)).toEqual(['SENT']);
  // The same mail again only where a worker died between the mail server's yes and its own note.
  expect(ran.mailRepeated).toBeLessThanOrEqual(ran.attemptsMore);
  expect(due).toBeGreaterThan(80);
}, 180_000);
