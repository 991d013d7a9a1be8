import { beforeAll, beforeEach, expect, test } from 'vitest';
import { addRule } from '../testing/approval-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
let id: string;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  id = (await addRule(world)).body.id;
});
const remove = (who: keyof World['as'] = 'ben') =>
  world.as[who].delete(`/api/approval-rules/${id}`);

test('who may: not a stranger, not a member, not next door', async () => {
  expect(outcome(await world.anyone.delete(`/api/approval-rules/${id}`))).toEqual([
    401,
    'unauthenticated',
  ]);
  expect(outcome(await remove('cleo'))).toEqual([403, 'forbidden']);
  expect(outcome(await remove('fay'))).toEqual([404, 'not_found']);
});

test('it asks for nothing any more; its row stays of record', async () => {
  const answer = await remove();
  expect(answer.body.message).toBe('The rule “Friday evenings” asks for nothing any more.');
  expect(outcome(await world.as.ben.get(`/api/approval-rules/${id}`))).toEqual([404, 'not_found']);
  expect((await world.journal()).at(-1)).toMatchObject({
    ...{ event: 'approval_rule.deleted', actor_id: world.ids.ben, subject_id: id },
    data: { rule: { name: 'Friday evenings' } },
  });
  expect(await world.sql('SELECT name FROM approval_rule WHERE id = $1', [id])).toHaveLength(1);
});

test('twice at once: once', async () => {
  const answers = await Promise.all([remove(), remove('ada')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect(await eventsOf(world, id)).toEqual(['approval_rule.created', 'approval_rule.deleted']);
});
