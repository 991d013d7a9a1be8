import { beforeAll, describe, expect, test } from 'vitest';
import { addRule } from '../testing/approval-steps.ts';
import { booked, primeTime, toldOf } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { commitElsewhere, outcome } from '../testing/rota-steps.ts';
import { openEar } from '../testing/socket.ts';
import { happened, trade, twoOf } from '../testing/trade-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const fieldOf = (answer: { body: { errors?: object } }) => Object.keys(answer.body.errors ?? {});

test('who may: not a stranger; next door’s reservations are not there', async () => {
  const [mine, theirs] = await twoOf(world, '2026-12-01');
  const body = { requester_reservation_id: mine, target_reservation_id: theirs };
  const stranger = await world.anyone.post('/api/reservations/trades', body);
  expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
  const neighbour = await trade(world, 'fay', mine, theirs);
  expect([neighbour.status, fieldOf(neighbour)]).toEqual([400, ['requester_reservation_id']]);
  const foreign = await booked(world, 'fay', { date: '2026-12-01' });
  const across = await trade(world, 'cleo', mine, foreign);
  expect([across.status, fieldOf(across)]).toEqual([400, ['target_reservation_id']]);
});

test('it waits for the other, who is told by whom; who asks does not learn whose it is', async () => {
  const [mine, theirs] = await twoOf(world, '2026-12-02', { notes: 'my own words' });
  const ear = await openEar(world, 'dev');
  ear.say({ type: 'subscribe', topic: 'organisation' });
  await ear.hears(({ type }) => type === 'subscribed');
  const { status, body } = await trade(world, 'cleo', mine, theirs, 'Mornings suit you, no?');
  expect(status).toBe(201);
  expect(body).toMatchObject({
    status: 'PENDING',
    requester: world.ids.cleo,
    target: null,
    target_name: null,
    direction: 'sent',
    waits_for: 'target',
    message: 'Mornings suit you, no?',
    requester_reservation: { id: mine, resource_name: 'Room', start_time: '10:00:00' },
    target_reservation: { id: theirs, start_time: '14:00:00' },
    can: { accept: false, reject: false, cancel: true, approve: false, decline: false },
    why_not: null,
  });
  expect(JSON.stringify(body)).not.toContain('my own words');
  expect(await happened(world, body.id)).toEqual(['trade.asked']);
  expect(await toldOf(world, body.id)).toEqual(['trade-asked dev']);
  const heard = await ear.hears(({ type }) => type === 'trade.asked');
  expect(heard.trade).toEqual({ id: body.id, kind: 'PAIR', status: 'PENDING' });
  const seen = await world.as.dev.get(`/api/reservations/trades/${body.id}`);
  expect(seen.body).toMatchObject({
    requester_name: 'Cleo Marsh',
    target: world.ids.dev,
    direction: 'received',
    can: { accept: true, reject: true, cancel: false },
  });
});

test('a rule that would ask for an admin is told before anyone says yes', async () => {
  const sunday = { window: { weekdays: [6], start_time: '00:00', end_time: '00:00' } };
  const rule = await addRule(world, { subject: 'trade', name: 'Sundays', conditions: sunday });
  const [mine, theirs] = await twoOf(world, '2026-12-06');
  const { body } = await trade(world, 'cleo', mine, theirs);
  expect(body.approval_reasons).toMatchObject([{ id: rule.body.id, name: 'Sundays' }]);
});

describe('refusals', () => {
  test('one’s own for one’s own, or someone else’s for anything', async () => {
    const [mine, theirs] = await twoOf(world, '2026-12-03');
    const other = await booked(world, 'cleo', { date: '2026-12-03', start: '16:00', end: '17:00' });
    expect(fieldOf(await trade(world, 'cleo', mine, other))).toEqual(['target_reservation_id']);
    expect(fieldOf(await trade(world, 'eli', mine, theirs))).toEqual(['requester_reservation_id']);
    expect(fieldOf(await trade(world, 'ben', mine, theirs))).toEqual(['requester_reservation_id']);
    expect(fieldOf(await trade(world, 'cleo', mine, mine))).toEqual(['target_reservation_id']);
  });

  test('what waits, is cancelled or is over changes no hands', async () => {
    const [mine, theirs] = await twoOf(world, '2026-12-04');
    await world.as.dev.delete(`/api/reservations/${theirs}`);
    expect(outcome(await trade(world, 'cleo', mine, theirs))).toEqual([
      409,
      'reservation_not_confirmed',
    ]);
    await primeTime(world, 5);
    const held = await booked(world, 'dev', { date: '2026-12-05', start: '17:00', end: '18:00' });
    const waits = await trade(world, 'cleo', mine, held);
    expect(outcome(waits)).toEqual([409, 'reservation_not_confirmed']);
    const [today, later] = await twoOf(world, '2026-11-20');
    const past = "UPDATE reservation SET starts_at = '2026-11-20T08:00Z' WHERE id = $1";
    await world.sql(past, [later]);
    expect(outcome(await trade(world, 'cleo', today, later))).toEqual([409, 'reservation_past']);
  });

  test('who asks must be free then: person_busy', async () => {
    const [mine, theirs] = await twoOf(world, '2026-12-08');
    await commitElsewhere(world, 'cleo', '2026-12-08T14:30Z', '2026-12-08T16:00Z');
    const answer = await trade(world, 'cleo', mine, theirs);
    expect(outcome(answer)).toEqual([409, 'person_busy']);
    expect(answer.body.detail).toBe(
      'You have something else then: from 14:30 to 16:00 on 2026-12-08.',
    );
  });

  test('the same two again, from either side: trade_exists', async () => {
    const [mine, theirs] = await twoOf(world, '2026-12-09');
    const answers = await Promise.all([
      trade(world, 'cleo', mine, theirs),
      trade(world, 'dev', theirs, mine),
    ]);
    expect(answers.map(outcome).sort()).toEqual([
      [201, undefined],
      [409, 'trade_exists'],
    ]);
  });
});
