import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  approve,
  ask,
  asked,
  eventsOf,
  openPeriod,
  outcome,
  setPeriod,
} from '../testing/rota-steps.ts';
import { openEar } from '../testing/socket.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const remove = (period: string, who: keyof World['as'] = 'ben') =>
  world.as[who].delete(`/api/schedule-periods/${period}`);

test('who may: not a stranger, not a member, not next door', async () => {
  const period = await openPeriod(world);
  const stranger = await world.anyone.delete(`/api/schedule-periods/${period}`);
  expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
  expect(outcome(await remove(period, 'cleo'))).toEqual([403, 'forbidden']);
  expect(outcome(await remove(period, 'fay'))).toEqual([404, 'not_found']);
  expect(await eventsOf(world, period)).toEqual(['period.created']);
});

test('an empty period is gone for everyone, and everyone is told', async () => {
  const period = await openPeriod(world, { name: 'By mistake' });
  const ear = await openEar(world, 'cleo');
  ear.say({ type: 'subscribe', topic: 'organisation' });
  await ear.hears(({ type }) => type === 'subscribed');
  expect(await remove(period)).toMatchObject({
    status: 200,
    body: { message: 'Schedule period deleted.' },
  });
  expect(
    await ear.hears((one) => one.type === 'period.deleted' && one.period.id === period),
  ).toMatchObject({
    message: 'By mistake has been deleted',
    period: { id: period },
  });
  ear.close();
  expect(outcome(await world.as.ben.get(`/api/schedule-periods/${period}`))).toEqual([
    404,
    'not_found',
  ]);
  const list = await world.as.ben.get('/api/schedule-periods');
  expect(list.body.map(({ id }: { id: string }) => id)).not.toContain(period);
  expect(outcome(await ask(world, 'cleo', { period }))).toEqual([400, 'invalid']);
  expect(outcome(await remove(period))).toEqual([404, 'not_found']);
  expect(await eventsOf(world, period)).toEqual(['period.created', 'period.deleted']);
});

test('with approved or pending shifts: period_has_shifts, listing them', async () => {
  const period = await openPeriod(world);
  const approved = await asked(world, 'cleo', { period });
  await approve(world, approved);
  const pending = await asked(world, 'dev', { period, date: '2026-12-02' });
  const answer = await remove(period);
  expect(outcome(answer)).toEqual([409, 'period_has_shifts']);
  expect(answer.body.shifts).toMatchObject([
    { id: approved, status: 'APPROVED' },
    { id: pending, status: 'PENDING' },
  ]);
  await world.as.ben.delete(`/api/shifts/${approved}`);
  expect(outcome(await remove(period))).toEqual([409, 'period_has_shifts']);
  await world.as.ben.post(`/api/shifts/${pending}/reject`, { rejected_reason: 'Not needed' });
  expect((await remove(period)).status).toBe(200);
  const kept = await world.as.dev.get(`/api/shifts/${pending}`);
  expect(kept.body).toMatchObject({ status: 'REJECTED', rejected_reason: 'Not needed' });
});

test('a finalized period stays', async () => {
  const period = await openPeriod(world);
  await setPeriod(world, period, 'FINALIZED');
  expect(outcome(await remove(period))).toEqual([409, 'period_finalized']);
});

test('twice at once, and against a request: one wins', async () => {
  for (const date of ['2026-12-11', '2026-12-12', '2026-12-13']) {
    const period = await openPeriod(world);
    const [one, two] = await Promise.all([remove(period), remove(period, 'ada')]);
    expect([one.status, two.status].sort()).toEqual([200, 404]);
    expect(await eventsOf(world, period)).toEqual(['period.created', 'period.deleted']);
    const other = await openPeriod(world);
    const [removed, wished] = await Promise.all([
      remove(other),
      ask(world, 'cleo', { period: other, date }),
    ]);
    expect([`200 400`, `409 201`]).toContain(`${removed.status} ${wished.status}`);
  }
});
