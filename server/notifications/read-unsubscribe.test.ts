import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { unsubscribeUrl } from './unsubscribe-token.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function pathFor(who: keyof World['ids'], kind: 'offer' | 'security'): Promise<string> {
  const personId = world.ids[who];
  const [row] = await world.sql<{ organisation_id: string }>(
    'SELECT organisation_id FROM person WHERE id = $1',
    [personId],
  );
  const organisationId = row?.organisation_id as string;
  return new URL(unsubscribeUrl(world.program.app, { organisationId, personId, kind })).pathname;
}

test('a page without script that asks, of one’s own organisation', async () => {
  const { status, body, headers } = await world.anyone.get(await pathFor('fay', 'offer'));
  expect(status).toBe(200);
  expect(body).toContain('Offers to me, and what becomes of mine');
  expect(body).toContain('Foyle');
  expect(body).not.toContain('<script');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).toContain("form-action 'self'");
  expect(headers.get('referrer-policy')).toBe('same-origin');
});

test('kinds that can’t be switched off have no page, nor has what nobody made', async () => {
  const fixed = await world.anyone.get(await pathFor('cleo', 'security'));
  expect(outcome(fixed)).toEqual([404, 'not_found']);
  expect(outcome(await world.anyone.get('/api/unsubscribe/x'))).toEqual([404, 'not_found']);
});
