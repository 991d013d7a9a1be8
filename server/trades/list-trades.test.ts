import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { answer, traded, twoOf } from '../testing/trade-steps.ts';

let world: World;
let older: string;
let newer: string;
beforeAll(async () => {
  world = await openWorld();
  const [mine, theirs] = await twoOf(world, '2026-12-01');
  older = await traded(world, 'cleo', mine, theirs);
  world.clock.advance({ minutes: 1 });
  const [mine2, theirs2] = await twoOf(world, '2026-12-02');
  newer = await traded(world, 'cleo', mine2, theirs2);
});

type Lists = Record<'sent' | 'received' | 'to_decide', { id: string }[]>;
const list = async (who: keyof World['as'], query = ''): Promise<Record<keyof Lists, string[]>> => {
  const { body } = await world.as[who].get(`/api/reservations/trades${query}`);
  const ids = Object.entries(body as Lists).map(([name, all]) => [name, all.map(({ id }) => id)]);
  return Object.fromEntries(ids);
};

test('a stranger is asked to log in', async () => {
  expect(outcome(await world.anyone.get('/api/reservations/trades'))).toEqual([
    401,
    'unauthenticated',
  ]);
});

test('sent and received, newest first; others and next door have none', async () => {
  expect(await list('cleo')).toEqual({ sent: [newer, older], received: [], to_decide: [] });
  expect(await list('dev')).toEqual({ sent: [], received: [newer, older], to_decide: [] });
  for (const who of ['eli', 'ben', 'fay'] as const) {
    expect(await list(who)).toEqual({ sent: [], received: [], to_decide: [] });
  }
});

test('the dashboard counts what waits', async () => {
  const pending = async (who: 'cleo' | 'dev' | 'eli') =>
    (await world.as[who].get('/api/reservations/dashboard/user')).body.pending_trades;
  expect(await pending('cleo')).toEqual({ sent: 2, received: 0 });
  expect(await pending('dev')).toEqual({ sent: 0, received: 2 });
  expect(await pending('eli')).toEqual({ sent: 0, received: 0 });
});

test('of one status, by what it is now; no more than asked for', async () => {
  await answer(world, 'dev', older, 'reject');
  expect((await list('cleo', '?status=REJECTED')).sent).toEqual([older]);
  expect((await list('cleo', '?status=PENDING')).sent).toEqual([newer]);
  expect((await list('cleo', '?limit=1')).sent).toEqual([newer]);
  const { body } = await world.as.cleo.get(`/api/reservations/trades/${newer}`);
  await world.as.cleo.put(`/api/reservations/${body.requester_reservation.id}`, { notes: 'x' });
  expect((await list('cleo', '?status=EXPIRED')).sent).toEqual([newer]);
  expect((await list('cleo', '?status=PENDING')).sent).toEqual([]);
});
