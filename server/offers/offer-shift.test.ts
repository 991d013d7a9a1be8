import { beforeAll, describe, expect, test } from 'vitest';
import { held, offer, offered } from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, eventsOf, openPeriod, outcome, setPeriod } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

describe('who may', () => {
  test('a stranger is asked to log in; next door there is no such shift', async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-01' });
    const body = { shift };
    expect(outcome(await world.anyone.post('/api/shift-offers', body))).toEqual([
      401,
      'unauthenticated',
    ]);
    expect(outcome(await offer(world, 'fay', shift))).toEqual([404, 'not_found']);
    expect(await eventsOf(world, shift)).toEqual(['shift.requested', 'shift.approved']);
  });

  test("another's shift: none for a member, not to do for an admin", async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-02' });
    expect(outcome(await offer(world, 'dev', shift))).toEqual([404, 'not_found']);
    expect(outcome(await offer(world, 'ben', shift))).toEqual([403, 'forbidden']);
  });
});

test('to all: it is on the board for everyone, journalled, nobody gets a letter', async () => {
  const shift = await held(world, 'cleo', { period, date: '2026-12-03', notes: 'my keys' });
  const letters = (await world.messages()).length;
  const answer = await offer(world, 'cleo', shift, { message: ' Exam that day ' });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    shift: { id: shift, pa_name: 'Cleo Marsh', date: '2026-12-03', duration_hours: '3.00' },
    exchange_for: null,
    offered_by: world.ids.cleo,
    to: null,
    taken_by: null,
    message: 'Exam that day',
    state: 'OPEN',
    can: { take: false, refuse: false, withdraw: true, approve: false, decline: false },
    why_not: null,
  });
  expect(await eventsOf(world, shift)).toContain('shift.offered');
  const seen = await world.as.dev.get(`/api/shift-offers/${answer.body.id}`);
  expect(seen.body.can).toMatchObject({ take: true, withdraw: false });
  expect(JSON.stringify(seen.body)).not.toContain('my keys');
  expect(await world.messages()).toHaveLength(letters);
});

test('to one: that one gets a letter, others see nothing of it', async () => {
  const shift = await held(world, 'cleo', { period, date: '2026-12-04' });
  const id = await offered(world, 'cleo', shift, { to: world.ids.dev });
  expect((await world.messages()).at(-1)).toMatchObject({
    template: 'offer-made',
    address: 'dev@harbour.example',
  });
  expect((await world.as.dev.get(`/api/shift-offers/${id}`)).body.can).toMatchObject({
    take: true,
    refuse: true,
  });
  expect(outcome(await world.as.eli.get(`/api/shift-offers/${id}`))).toEqual([404, 'not_found']);
});

describe('refused, and nothing written', () => {
  test('what is not approved', async () => {
    const pending = await asked(world, 'cleo', { period, date: '2026-12-05' });
    expect(outcome(await offer(world, 'cleo', pending))).toEqual([409, 'shift_not_approved']);
    expect(await eventsOf(world, pending)).toEqual(['shift.requested']);
  });

  test('twice, also at the same moment: one offer', async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-06' });
    const answers = await Promise.all([
      offer(world, 'cleo', shift),
      offer(world, 'cleo', shift),
      offer(world, 'cleo', shift, { to: world.ids.dev }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(outcome(await offer(world, 'cleo', shift))).toEqual([409, 'offer_exists']);
    const events = await eventsOf(world, shift);
    expect(events.filter((event) => event === 'shift.offered')).toHaveLength(1);
  });

  test('in a finalized period, and what has begun', async () => {
    const dates = { start_date: '2027-03-01', end_date: '2027-03-31' };
    const march = await openPeriod(world, { name: 'March', ...dates });
    const shift = await held(world, 'cleo', { period: march, date: '2027-03-01' });
    await setPeriod(world, march, 'FINALIZED');
    expect(outcome(await offer(world, 'cleo', shift))).toEqual([409, 'period_finalized']);
    const november = { start_date: '2026-11-20', end_date: '2026-11-20' };
    const now = await openPeriod(world, { name: 'Today', ...november });
    const begun = await held(world, 'cleo', {
      period: now,
      date: '2026-11-20',
      start: '09:00',
      end: '11:00',
    });
    expect(outcome(await offer(world, 'cleo', begun))).toEqual([409, 'shift_begun']);
  });

  test('to oneself, to nobody, and in exchange for what that one does not have', async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-07' });
    const theirs = await held(world, 'dev', { period, date: '2026-12-08' });
    const wishes: [Record<string, unknown>, string][] = [
      [{ to: world.ids.cleo }, 'to'],
      [{ to: world.ids.fay }, 'to'],
      [{ exchange_for: theirs }, 'exchange_for'],
      [{ to: world.ids.eli, exchange_for: theirs }, 'exchange_for'],
    ];
    for (const [how, field] of wishes) {
      const answer = await offer(world, 'cleo', shift, how);
      expect(answer.status).toBe(400);
      expect(Object.keys(answer.body.errors)).toEqual([field]);
    }
    const pending = await asked(world, 'dev', { period, date: '2026-12-09' });
    const answer = await offer(world, 'cleo', shift, { to: world.ids.dev, exchange_for: pending });
    expect(outcome(answer)).toEqual([409, 'shift_not_approved']);
    expect(await eventsOf(world, shift)).not.toContain('shift.offered');
  });
});

test('what expired stands in nobody’s way: it is written down when the shift is offered anew', async () => {
  const shift = await held(world, 'cleo', { period, date: '2026-12-10' });
  const first = await offered(world, 'cleo', shift);
  await world.as.ben.patch(`/api/shifts/${shift}`, { end_time: '08:30' });
  const stale = await world.as.cleo.get(`/api/shift-offers/${first}`);
  expect(stale.body).toMatchObject({ state: 'EXPIRED', can: { withdraw: false } });
  await offered(world, 'cleo', shift);
  expect(await eventsOf(world, first)).toEqual(['offer.expired']);
});
