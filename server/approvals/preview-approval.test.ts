import { beforeAll, expect, test } from 'vitest';
import { addRule, fridayEvening } from '../testing/approval-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

// A Friday evening, inside of `fridayEvening`.
const evening = {
  ...{ subject: 'reservation', date: '2026-12-04', start_time: '18:00', end_time: '20:00' },
};
const preview = (over: object = {}, who: keyof World['as'] = 'ben') =>
  world.as[who].post('/api/approval-rules/preview', { ...evening, ...over });
const said = async (over: object = {}) => {
  const { body } = await preview(over);
  return [body.reasons.map(({ detail }: { detail: string }) => detail), body.by_rule];
};
const draft = (conditions: object, over: object = {}) => ({
  rule: { name: 'Draft', conditions, ...over },
});

test('a stranger is asked to log in, a member may not', async () => {
  const path = '/api/approval-rules/preview';
  expect(outcome(await world.anyone.post(path, evening))).toEqual([401, 'unauthenticated']);
  expect(outcome(await preview({}, 'cleo'))).toEqual([403, 'forbidden']);
});

test('a draft is weighed by who asks, when, how much and what it costs; nothing is written', async () => {
  expect(await said()).toEqual([[], false]);
  const before = await world.journal();
  expect(await said(draft(fridayEvening))).toEqual([
    ['Draft: it reaches into Friday from 18:00 to 21:00.'],
    true,
  ]);
  expect(await said({ ...draft(fridayEvening), date: '2026-12-03' })).toEqual([[], false]);
  expect(await said({ ...draft({ roles: ['admin'] }), role: 'admin' })).toEqual([
    ['Draft: it is asked for in that role.'],
    true,
  ]);
  expect(await said(draft({ roles: ['admin'] }))).toEqual([[], false]);
  const many = draft({ hours: { over_minutes: 600, per: 'week' } });
  expect(await said({ ...many, week_minutes: 481 })).toEqual([
    ['Draft: they would have that week 10 h 1 min, more than 10 h.'],
    true,
  ]);
  expect(await said({ ...many, week_minutes: 480 })).toEqual([[], false]);
  expect(await said({ ...draft({ first_booking: true }), first: true })).toEqual([
    ['Draft: it is their first.'],
    true,
  ]);
  const dear = draft({ cost: { over: 1000, currency: 'EUR' } });
  expect(await said({ ...dear, cost: { amount: 1001, currency: 'EUR' } })).toEqual([
    ['Draft: it costs 10.01 EUR, more than 10.00 EUR.'],
    true,
  ]);
  expect(await said(draft({}, { is_active: false }))).toEqual([[], false]);
  expect(await said(draft({}, { effective_until: '2026-12-03' }))).toEqual([[], false]);
  expect(await world.journal()).toEqual(before);
});

test('beside the rules that are there, or instead of one of them; next door’s are next door’s', async () => {
  const { body: kept } = await addRule(world);
  await addRule(world, { name: 'Theirs', conditions: {} }, 'fay');
  const reasons = ['Friday evenings: it reaches into Friday from 18:00 to 21:00.'];
  expect(await said()).toEqual([reasons, false]);
  expect(await said(draft({}))).toEqual([[...reasons, 'Draft: an admin decides on each.'], true]);
  expect(await said(draft({ first_booking: true }, { id: kept.id }))).toEqual([[], false]);
  expect(await said({ subject: 'shift' })).toEqual([
    ['Every request: an admin decides on each.'],
    false,
  ]);
});

test('over midnight it ends on the next day; a time that spring skips is refused by name', async () => {
  const night = draft({ window: { weekdays: [5], start_time: '00:00', end_time: '02:00' } });
  expect(await said({ ...night, start_time: '22:00', end_time: '01:00' })).toEqual([
    ['Draft: it reaches into Saturday from 00:00 to 02:00.'],
    true,
  ]);
  const skipped = await preview({ date: '2027-03-28', start_time: '01:30', end_time: '04:00' });
  expect(outcome(skipped)).toEqual([400, 'nonexistent_local_time']);
  expect(Object.keys(skipped.body.errors)).toEqual(['start_time']);
});
