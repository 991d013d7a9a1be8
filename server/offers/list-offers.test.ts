import { beforeAll, expect, test } from 'vitest';
import { does, held, offered } from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let names: Record<string, string>;
beforeAll(async () => {
  world = await openWorld();
  const period = await openPeriod(world);
  const make = async (who: 'cleo' | 'dev', date: string, how = {}) => {
    world.clock.advance({ minutes: 1 });
    return offered(world, who, await held(world, who, { period, date }), how);
  };
  const toAll = await make('cleo', '2026-12-01');
  const toDev = await make('cleo', '2026-12-02', { to: world.ids.dev });
  const toEli = await make('dev', '2026-12-03', { to: world.ids.eli });
  const taken = await make('dev', '2026-12-04');
  const expired = await make('dev', '2026-12-05');
  await does(world, 'eli', 'take', taken);
  const { body } = await world.as.ben.get(`/api/shift-offers/${expired}`);
  await world.as.ben.delete(`/api/shifts/${body.shift.id}`);
  const all = { toAll, toDev, toEli, taken, expired };
  names = Object.fromEntries(Object.entries(all).map(([name, id]) => [id, name]));
});

const list = async (who: keyof World['as'], query = '') => {
  const { status, body, headers } = await world.as[who].get(`/api/shift-offers${query}`);
  expect(status).toBe(200);
  return { shown: body.map(({ id }: { id: string }) => names[id]), body, headers };
};

test('a stranger is asked to log in; next door sees nothing of it', async () => {
  expect(outcome(await world.anyone.get('/api/shift-offers'))).toEqual([401, 'unauthenticated']);
  expect((await list('fay')).shown).toEqual([]);
});

test('newest first: own ones, those made to oneself or to all; an admin all', async () => {
  expect((await list('ben')).shown).toEqual(['expired', 'taken', 'toEli', 'toDev', 'toAll']);
  expect((await list('cleo')).shown).toEqual(['expired', 'taken', 'toDev', 'toAll']);
  expect((await list('eli')).shown).toEqual(['expired', 'taken', 'toEli', 'toAll']);
});

test('by the state they are in now', async () => {
  expect((await list('ben', '?state=OPEN')).shown).toEqual(['toEli', 'toDev', 'toAll']);
  expect((await list('ben', '?state=TAKEN')).shown).toEqual(['taken']);
  expect((await list('ben', '?state=EXPIRED')).shown).toEqual(['expired']);
  const wrong = await world.as.ben.get('/api/shift-offers?state=LOST');
  expect(wrong).toMatchObject({ status: 400, body: { errors: { state: expect.anything() } } });
});

test('each says what the viewer may do with it', async () => {
  const { body } = await list('eli');
  const can = Object.fromEntries(
    body.map((one: { id: string; can: object }) => [names[one.id], one.can]),
  );
  expect(can.toEli).toMatchObject({ take: true, refuse: true, withdraw: false, approve: false });
  expect(can.toAll).toMatchObject({ take: true, refuse: false });
  expect(can.taken).toMatchObject({ take: false, approve: false });
  const { body: forBen } = await list('ben', '?state=TAKEN');
  expect(forBen[0]).toMatchObject({ can: { approve: true, decline: true }, why_not: null });
});

test('pages link to the next, without a gap or a double', async () => {
  const seen: string[] = [];
  let path: string | null = '/api/shift-offers?limit=2&count=true';
  while (path) {
    const { body, headers } = await world.as.ben.get(path);
    expect(headers.get('x-total-count')).toBe('5');
    seen.push(...body.map(({ id }: { id: string }) => names[id]));
    path = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? null;
  }
  expect(seen).toEqual(['expired', 'taken', 'toEli', 'toDev', 'toAll']);
});
