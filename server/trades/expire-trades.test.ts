import { beforeAll, expect, test } from 'vitest';
import { booked, toldOf } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { answer, happened, ownerOf, traded, twoOf, wish } from '../testing/trade-steps.ts';
import { sweepTrades } from './expire-trades.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('the sweep writes down what is expired, once, and tells who had said yes', async () => {
  const [mine, theirs] = await twoOf(world, '2026-12-01');
  const id = await traded(world, 'cleo', mine, theirs);
  const [mine2, theirs2] = await twoOf(world, '2026-12-02');
  const fresh = await traded(world, 'cleo', mine2, theirs2);
  await world.as.dev.delete(`/api/reservations/${theirs}`);
  const sweeps = await Promise.all([
    sweepTrades(world.program.app),
    sweepTrades(world.program.app),
  ]);
  expect(sweeps.some((expired) => expired === 1)).toBe(true);
  expect(await happened(world, id)).toEqual(['trade.asked', 'trade.expired']);
  expect(await happened(world, fresh)).toEqual(['trade.asked']);
  expect(await toldOf(world, id)).toEqual(['trade-asked dev', 'trade-expired cleo']);
  expect(await sweepTrades(world.program.app)).toBe(0);
  expect((await answer(world, 'dev', fresh, 'accept')).status).toBe(200);
});

test('asked anew, after one of the same two expired', async () => {
  const [mine, theirs] = await twoOf(world, '2026-12-03');
  const before = await traded(world, 'cleo', mine, theirs);
  await world.as.dev.put(`/api/reservations/${theirs}`, { notes: 'another word' });
  const again = await traded(world, 'cleo', mine, theirs);
  expect(await happened(world, before)).toEqual(['trade.asked', 'trade.expired']);
  expect((await answer(world, 'dev', again, 'accept')).status).toBe(200);
});

test('a wish ends with its reservation', async () => {
  const [mine] = await twoOf(world, '2026-12-04');
  const { body } = await wish(world, 'cleo', mine, { start_time: '14:00' });
  await world.as.cleo.put(`/api/reservations/${mine}`, { start_time: '10:30' });
  const status = async () =>
    (await world.as.cleo.get('/api/reservations/trade-wishes')).body[0].status;
  expect([body.status, await status()]).toEqual(['OPEN', 'EXPIRED']);
  expect(await sweepTrades(world.program.app)).toBe(1);
  expect(await status()).toBe('EXPIRED');
});

test('begun: 409, EXPIRED, nothing moved', async () => {
  const today = { date: '2026-11-20', start: '09:10', end: '09:20' };
  const mine = await booked(world, 'cleo', today);
  const theirs = await booked(world, 'dev', { date: '2026-11-23' });
  const id = await traded(world, 'cleo', mine, theirs);
  world.clock.advance({ minutes: 10 });
  expect(outcome(await answer(world, 'dev', id, 'accept'))).toEqual([409, 'trade_expired']);
  expect(await ownerOf(world, mine)).toBe('cleo');
});
