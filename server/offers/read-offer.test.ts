import { expect, test } from 'vitest';
import { held, offered } from '../testing/offer-steps.ts';
import { openWorld } from '../testing/open-world.ts';
import { openPeriod, outcome } from '../testing/rota-steps.ts';

test('an offer to one is for those two and the admins; to all, for everyone here', async () => {
  const world = await openWorld();
  const period = await openPeriod(world);
  const mine = await held(world, 'cleo', { period, date: '2026-12-01' });
  const toOne = `/api/shift-offers/${await offered(world, 'cleo', mine, { to: world.ids.dev })}`;
  expect(outcome(await world.anyone.get(toOne))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.fay.get(toOne))).toEqual([404, 'not_found']);
  expect(outcome(await world.as.eli.get(toOne))).toEqual([404, 'not_found']);
  for (const who of ['cleo', 'dev', 'ben'] as const) {
    expect((await world.as[who].get(toOne)).body).toMatchObject({ shift: { id: mine } });
  }
  const other = await held(world, 'cleo', { period, date: '2026-12-02', notes: 'my keys' });
  const toAll = `/api/shift-offers/${await offered(world, 'cleo', other)}`;
  const seen = await world.as.eli.get(toAll);
  expect(seen).toMatchObject({ status: 200, body: { can: { take: true }, why_not: null } });
  expect(seen.headers.get('etag')).toBe('"1"');
  expect(JSON.stringify(seen.body)).not.toMatch(/my keys|@/);
});
