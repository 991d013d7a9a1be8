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

test('who may: only the one who made it', async () => {
  const id = await offered(world, 'cleo', await held(world, 'cleo', { period }));
  const answer = await world.anyone.post(`/api/shift-offers/${id}/withdraw`);
  expect(outcome(answer)).toEqual([401, 'unauthenticated']);
  expect(outcome(await does(world, 'fay', 'withdraw', id))).toEqual([404, 'not_found']);
  expect(outcome(await does(world, 'dev', 'withdraw', id))).toEqual([403, 'forbidden']);
  expect(await eventsOf(world, id)).toEqual([]);
});

test('withdrawn while open: nobody takes it any more; twice at once is once', async () => {
  const shift = await held(world, 'cleo', { period, date: '2026-12-02' });
  const id = await offered(world, 'cleo', shift);
  const answers = await Promise.all([
    does(world, 'cleo', 'withdraw', id),
    does(world, 'cleo', 'withdraw', id),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(outcome(await does(world, 'dev', 'take', id))).toEqual([409, 'offer_closed']);
  expect(await eventsOf(world, id)).toEqual(['offer.withdrawn']);
  await offered(world, 'cleo', shift);
});

test('withdrawn while it waits for an admin: approving comes too late', async () => {
  const shift = await held(world, 'cleo', { period, date: '2026-12-03' });
  const id = await offered(world, 'cleo', shift);
  await does(world, 'dev', 'take', id);
  expect((await does(world, 'cleo', 'withdraw', id)).body).toMatchObject({ state: 'WITHDRAWN' });
  expect(outcome(await does(world, 'ben', 'approve', id))).toEqual([409, 'offer_closed']);
  expect(await holderOf(world, shift)).toBe('cleo');
});

test('what has expired can’t be withdrawn', async () => {
  const shift = await held(world, 'cleo', { period, date: '2026-12-04' });
  const id = await offered(world, 'cleo', shift);
  await world.as.ben.delete(`/api/shifts/${shift}`);
  expect(outcome(await does(world, 'cleo', 'withdraw', id))).toEqual([409, 'offer_expired']);
});
