import { beforeAll, expect, test } from 'vitest';
import { does, held, holderOf, offered } from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

test('who may: only the one it is made to', async () => {
  const shift = await held(world, 'cleo', { period });
  const id = await offered(world, 'cleo', shift, { to: world.ids.dev });
  const answer = await world.anyone.post(`/api/shift-offers/${id}/refuse`);
  expect(outcome(answer)).toEqual([401, 'unauthenticated']);
  expect(outcome(await does(world, 'fay', 'refuse', id))).toEqual([404, 'not_found']);
  expect(outcome(await does(world, 'eli', 'refuse', id))).toEqual([404, 'not_found']);
  expect(outcome(await does(world, 'cleo', 'refuse', id))).toEqual([403, 'forbidden']);
  const toAll = await held(world, 'cleo', { period, date: '2026-12-02' });
  const all = await offered(world, 'cleo', toAll);
  expect(outcome(await does(world, 'dev', 'refuse', all))).toEqual([403, 'forbidden']);
  expect(await eventsOf(world, id)).toEqual([]);
});

test('refused, twice at once is once: who offered is told and may offer it to others', async () => {
  const shift = await held(world, 'cleo', { period, date: '2026-12-03' });
  const id = await offered(world, 'cleo', shift, { to: world.ids.dev });
  const answers = await Promise.all([
    does(world, 'dev', 'refuse', id),
    does(world, 'dev', 'refuse', id),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await eventsOf(world, id)).toEqual(['offer.refused']);
  const told = (await world.messages()).filter(({ template }) => template === 'offer-refused');
  expect(told.map(({ address }) => address)).toEqual(['cleo@harbour.example']);
  expect(outcome(await does(world, 'dev', 'take', id))).toEqual([409, 'offer_closed']);
  expect(await holderOf(world, shift)).toBe('cleo');
  await offered(world, 'cleo', shift);
});

test('taken, then given back: an offer to one is refused, an offer to all is open again', async () => {
  const one = await held(world, 'cleo', { period, date: '2026-12-04' });
  const toOne = await offered(world, 'cleo', one, { to: world.ids.dev });
  await does(world, 'dev', 'take', toOne);
  expect((await does(world, 'dev', 'refuse', toOne)).body).toMatchObject({ state: 'REFUSED' });

  const shift = await held(world, 'cleo', { period, date: '2026-12-05' });
  const toAll = await offered(world, 'cleo', shift);
  await does(world, 'dev', 'take', toAll);
  expect(outcome(await does(world, 'eli', 'refuse', toAll))).toEqual([403, 'forbidden']);
  expect(await does(world, 'dev', 'refuse', toAll)).toMatchObject({
    status: 200,
    body: { state: 'OPEN', taken_by: null, taken_at: null, can: { take: true, refuse: false } },
  });
  expect(await eventsOf(world, toAll)).toEqual(['offer.taken', 'offer.refused']);
  expect(outcome(await does(world, 'ben', 'approve', toAll))).toEqual([409, 'offer_not_taken']);
  expect((await does(world, 'eli', 'take', toAll)).status).toBe(200);
  expect((await does(world, 'ben', 'approve', toAll)).status).toBe(200);
  expect(await holderOf(world, shift)).toBe('eli');
  expect(outcome(await does(world, 'eli', 'refuse', toAll))).toEqual([403, 'forbidden']);
});
