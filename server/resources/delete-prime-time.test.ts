import { beforeAll, expect, test } from 'vitest';
import { book, primeTime } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const remove = (who: keyof World['as'], id: string) =>
  world.as[who].delete(`/api/reservations/admin/primetime/${id}`);

test('a stranger, a member, another organisation, another rule: refused', async () => {
  const id = await primeTime(world, 1);
  expect((await world.anyone.delete(`/api/reservations/admin/primetime/${id}`)).status).toBe(401);
  expect(outcome(await remove('cleo', id))).toEqual([403, 'forbidden']);
  expect(outcome(await remove('fay', id))).toEqual([404, 'not_found']);
  const [rule] = (await world.as.ben.get('/api/approval-rules?subject=shift')).body;
  expect(outcome(await remove('ben', rule.id))).toEqual([404, 'not_found']);
});

test('204: nobody decides then any more, once', async () => {
  const id = await primeTime(world, 0);
  const answers = await Promise.all([remove('ben', id), remove('ada', id)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
  expect(await eventsOf(world, id)).toEqual(['approval_rule.created', 'approval_rule.deleted']);
  const wish = { date: '2026-12-07', start: '17:00', end: '18:00' };
  expect((await book(world, 'cleo', wish)).body.status).toBe('CONFIRMED');
});
