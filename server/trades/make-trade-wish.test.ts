import { beforeAll, describe, expect, test } from 'vitest';
import { booked, toldOf } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { happened, twoOf, wish } from '../testing/trade-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const fieldOf = (answer: { body: { errors?: object } }) => Object.keys(answer.body.errors ?? {});

test('who may: not a stranger, and only of what is one’s own', async () => {
  const [mine] = await twoOf(world, '2026-12-01');
  const body = { reservation: mine, wanted: { start_time: '14:00' } };
  const stranger = await world.anyone.post('/api/reservations/trade-wishes', body);
  expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
  for (const who of ['dev', 'ben', 'fay'] as const) {
    const answer = await wish(world, who, mine, { start_time: '14:00' });
    expect([answer.status, fieldOf(answer)]).toEqual([400, ['reservation']]);
  }
});

test('it waits, seen by nobody else, until it fits with another’s', async () => {
  const [mine, theirs] = await twoOf(world, '2026-12-02');
  const first = await wish(world, 'cleo', mine, { reservations: [theirs] });
  expect(first).toMatchObject({
    status: 201,
    body: { status: 'OPEN', cycle: null, reservation: { id: mine }, can: { withdraw: true } },
  });
  expect(await happened(world, first.body.id)).toEqual(['trade_wish.made']);
  const open = await world.as.dev.get('/api/reservations/trade-wishes');
  expect(open.body).toEqual([]);
  const onThatDay = { from_date: '2026-12-02', until_date: '2026-12-02', end_time: '12:00' };
  const second = await wish(world, 'dev', theirs, onThatDay);
  expect(second.body.cycle).not.toBeNull();
  const { cycle } = second.body;
  expect(await happened(world, cycle)).toEqual(['trade.proposed']);
  expect((await toldOf(world, cycle)).sort()).toEqual([
    'trade-proposed cleo',
    'trade-proposed dev',
  ]);
  const [proposed] = await world.sql<{ actor_id: string | null }>(
    'SELECT actor_id FROM journal WHERE subject_id = $1',
    [cycle],
  );
  expect(proposed?.actor_id).toBeNull();
});

describe('refusals', () => {
  test.each<[string, object]>([
    ['wanted', {}],
    ['wanted.until_date', { from_date: '2026-12-02', until_date: '2026-12-01' }],
    ['wanted.end_time', { start_time: '12:00', end_time: '11:00' }],
    ['wanted.reservations', { reservations: ['01a1f000-0000-7000-8000-000000000000'] }],
    ['wanted.resource', { resource: '01a1f000-0000-7000-8000-000000000000' }],
    ['wanted.weather', { weather: 'sun' }],
  ])('400 on %s', async (field, wanted) => {
    const mine = await booked(world, 'cleo', { date: '2026-12-03', start: '10:00', end: '11:00' });
    const answer = await wish(world, 'cleo', mine, wanted);
    expect([answer.status, fieldOf(answer)]).toEqual([400, [field]]);
    await world.as.cleo.delete(`/api/reservations/${mine}`);
  });

  test('one’s own is no wish; twice for one reservation: wish_exists, also at once', async () => {
    const [mine] = await twoOf(world, '2026-12-04');
    expect(fieldOf(await wish(world, 'cleo', mine, { reservations: [mine] }))).toEqual([
      'wanted.reservations',
    ]);
    const answers = await Promise.all([
      wish(world, 'cleo', mine, { start_time: '15:00' }),
      wish(world, 'cleo', mine, { start_time: '16:00' }),
    ]);
    expect(answers.map(outcome).sort()).toEqual([
      [201, undefined],
      [409, 'wish_exists'],
    ]);
  });

  test('of one that is cancelled: reservation_not_confirmed', async () => {
    const mine = await booked(world, 'cleo', { date: '2026-12-07' });
    await world.as.cleo.delete(`/api/reservations/${mine}`);
    expect(outcome(await wish(world, 'cleo', mine, { start_time: '15:00' }))).toEqual([
      409,
      'reservation_not_confirmed',
    ]);
  });
});
