import { beforeAll, expect, test } from 'vitest';
import { toldOf } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { answerRing, happened, twoOf, wish } from '../testing/trade-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const withdraw = (who: keyof World['as'], id: string) =>
  world.as[who].delete(`/api/reservations/trade-wishes/${id}`);

test('who may: its own person', async () => {
  const [mine] = await twoOf(world, '2026-12-01');
  const { id } = (await wish(world, 'cleo', mine, { start_time: '14:00' })).body;
  expect(outcome(await world.anyone.delete(`/api/reservations/trade-wishes/${id}`))).toEqual([
    401,
    'unauthenticated',
  ]);
  for (const who of ['dev', 'ben', 'fay'] as const) {
    expect(outcome(await withdraw(who, id))).toEqual([404, 'not_found']);
  }
  const answers = await Promise.all([withdraw('cleo', id), withdraw('cleo', id)]);
  expect(answers.map(outcome).sort()).toEqual([
    [200, undefined],
    [409, 'wish_closed'],
  ]);
  expect(await happened(world, id)).toEqual(['trade_wish.made', 'trade_wish.withdrawn']);
  expect((await wish(world, 'cleo', mine, { start_time: '15:00' })).status).toBe(201);
});

test('a ring that was proposed with it is off, and the others are told', async () => {
  const [mine, theirs] = await twoOf(world, '2026-12-02');
  const { id } = (await wish(world, 'cleo', mine, { reservations: [theirs] })).body;
  const { cycle } = (await wish(world, 'dev', theirs, { reservations: [mine] })).body;
  await answerRing(world, 'dev', cycle, 'accept');
  expect((await withdraw('cleo', id)).body).toMatchObject({ status: 'WITHDRAWN', cycle: null });
  expect(await happened(world, cycle)).toEqual([
    ...['trade.proposed', 'trade.agreed', 'trade.cancelled'],
  ]);
  expect((await toldOf(world, cycle)).at(-1)).toBe('trade-rejected dev');
  expect(outcome(await answerRing(world, 'dev', cycle, 'accept'))).toEqual([409, 'trade_closed']);
});
