import { beforeAll, expect, test } from 'vitest';
import { does, held, holderOf, offered } from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let shift: string;
let id: string;
beforeAll(async () => {
  world = await openWorld();
  const period = await openPeriod(world);
  shift = await held(world, 'cleo', { period });
  id = await offered(world, 'cleo', shift);
});

test('nobody has taken it yet: nothing to decline', async () => {
  expect(outcome(await does(world, 'ben', 'decline', id))).toEqual([409, 'offer_not_taken']);
});

test('who may: an admin of the same organisation, with a reason', async () => {
  await does(world, 'dev', 'take', id);
  const path = `/api/shift-offers/${id}/decline`;
  expect(outcome(await world.anyone.post(path, { reason: 'no' }))).toEqual([
    401,
    'unauthenticated',
  ]);
  expect(outcome(await does(world, 'cleo', 'decline', id))).toEqual([403, 'forbidden']);
  expect(outcome(await does(world, 'fay', 'decline', id))).toEqual([404, 'not_found']);
  const silent = await does(world, 'ben', 'decline', id, {});
  expect(silent).toMatchObject({ status: 400, body: { errors: { reason: expect.anything() } } });
  expect(await eventsOf(world, id)).toEqual(['offer.taken']);
});

test('by two admins at once: one; both people are told why; nothing moved', async () => {
  const reason = 'Dev does not know the house yet';
  const answers = await Promise.all([
    does(world, 'ben', 'decline', id, { reason }),
    does(world, 'ada', 'decline', id, { reason }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('offer_closed');
  expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({
    state: 'DECLINED',
    reason,
  });
  expect(await eventsOf(world, id)).toEqual(['offer.taken', 'offer.declined']);
  const told = (await world.messages()).filter(({ template }) => template === 'offer-declined');
  expect(told.map(({ address }) => address).sort()).toEqual([
    'cleo@harbour.example',
    'dev@harbour.example',
  ]);
  expect((await world.as.dev.get(`/api/shift-offers/${id}`)).body.reason).toBe(reason);
  expect((await world.as.eli.get(`/api/shift-offers/${id}`)).body.reason).toBe('');
  expect(await holderOf(world, shift)).toBe('cleo');
  await offered(world, 'cleo', shift);
});
