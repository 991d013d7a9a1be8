import { beforeAll, expect, test } from 'vitest';
import { unsafeSetOperator } from '../identity/module.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

const path = '/api/operator/health';
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await unsafeSetOperator(world.program.app, 'dev@harbour.example', true);
});

test('neither a stranger nor any owner may', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.ada.get(path))).toEqual([403, 'forbidden']);
});

test('counts of the instance: what it runs on, who uses it, what waits', async () => {
  await approve(world, await asked(world, 'cleo', { period: await openPeriod(world) }));
  const { body } = await world.as.dev.get(path);
  expect(body).toMatchObject({
    at: '2026-11-20T09:00:00Z',
    node_version: process.versions.node,
    ...{ organisations: 2, people: 7 },
    messages: { failed: 0, oldest_due_at: '2026-11-20T09:00:00Z' },
  });
  expect(body.messages.open).toBeGreaterThan(0);
  expect(body.sessions).toBeGreaterThan(2);
  expect(body.database_bytes).toBeGreaterThan(1_000_000);
  expect(body.journal_unsealed).toBeGreaterThan(3);
  expect(body.postgres_version).toMatch(/^\d+\.\d+/);
});
