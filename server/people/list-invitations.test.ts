import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { invite } from './testing.ts';

test('open ones, the newest first, page by page; expired ones say so', async () => {
  const world = await openWorld();
  expect((await world.anyone.get('/api/invitations')).status).toBe(401);
  expect(outcome(await world.as.cleo.get('/api/invitations'))).toEqual([403, 'forbidden']);
  await invite(world, 'old@elsewhere.example');
  await world.sql("UPDATE invitation SET expires_at = '2026-11-20T09:00:00Z'");
  world.clock.advance({ minutes: 1 });
  await invite(world, 'new@elsewhere.example');
  await invite(world, 'next@foyle.example', {}, 'fay');
  const first = await world.as.ben.get('/api/invitations?limit=1');
  expect(first.body).toMatchObject([{ email: 'new@elsewhere.example', expired: false }]);
  const next = /<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await world.as.ben.get(next);
  expect(second.body).toMatchObject([{ email: 'old@elsewhere.example', expired: true }]);
  expect(second.headers.get('link')).toBeNull();
});
