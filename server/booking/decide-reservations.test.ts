import { beforeAll, expect, test } from 'vitest';
import { booked, bookingUntruths, primeTime, toldOf } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';
import { nobodysId } from '../testing/valid-input.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await primeTime(world, 0, '07:00', '19:00');
});

const waiting = (date: string, start: string, who: 'cleo' | 'dev' = 'cleo') =>
  booked(world, who, { date, start: `${start}:00`, end: `${start}:30` });
const path = '/api/reservations/bulk-approve';

test('a stranger, a member: refused', async () => {
  const body = { ids: [nobodysId], action: 'approve' };
  expect(outcome(await world.anyone.post(path, body))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.post(path, body))).toEqual([403, 'forbidden']);
});

test('each has its result: what can be decided is, what cannot says why', async () => {
  const ids = [await waiting('2026-12-07', '07'), await waiting('2026-12-07', '08', 'dev')];
  const confirmed = await booked(world, 'eli', { date: '2026-12-08' });
  const body = { ids: [...ids, confirmed, nobodysId], action: 'approve' };
  const answer = await world.as.ben.post(path, body);
  expect(answer).toMatchObject({
    status: 200,
    body: {
      results: [
        { id: ids[0], ok: true, reservation: { status: 'CONFIRMED' }, problem: null },
        { id: ids[1], ok: true, reservation: { status: 'CONFIRMED' } },
        { id: confirmed, ok: false, problem: { code: 'reservation_not_pending' } },
        { id: nobodysId, ok: false, reservation: null, problem: { code: 'not_found' } },
      ],
    },
  });
  for (const id of ids) {
    expect(await eventsOf(world, id)).toEqual(['reservation.requested', 'reservation.confirmed']);
  }
  expect(await bookingUntruths(world)).toEqual([]);
});

test('another organisation’s are not there', async () => {
  const id = await waiting('2026-12-07', '09');
  const answer = await world.as.fay.post(path, { ids: [id], action: 'approve' });
  expect(answer.body.results).toMatchObject([{ ok: false, problem: { code: 'not_found' } }]);
  expect(await eventsOf(world, id)).toEqual(['reservation.requested']);
});

test('rejected together: one reason for all, required', async () => {
  const ids = [await waiting('2026-12-14', '07'), await waiting('2026-12-14', '08')];
  expect((await world.as.ben.post(path, { ids, action: 'reject' })).status).toBe(400);
  const answer = await world.as.ben.post(path, { ids, action: 'reject', rejection_reason: 'Full' });
  expect(answer.body.results.map((one: { ok: boolean }) => one.ok)).toEqual([true, true]);
  for (const id of ids) expect((await toldOf(world, id)).at(-1)).toBe('reservation-rejected cleo');
});

test('two admins decide on the same ones in opposite order at once: each is decided once', async () => {
  const ids: string[] = [];
  for (const hour of ['07', '08', '10', '11', '12', '13'])
    ids.push(await waiting('2026-12-21', hour));
  const answers = await Promise.all([
    world.as.ben.post(path, { ids, action: 'approve' }),
    world.as.ada.post(path, { ids: ids.toReversed(), action: 'reject', rejection_reason: 'no' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const oks = answers.flatMap(({ body }) => body.results.filter((one: { ok: boolean }) => one.ok));
  expect(oks.map((one) => one.id).sort()).toEqual([...ids].sort());
  expect(await bookingUntruths(world)).toEqual([]);
});
