import { beforeAll, beforeEach, expect, test } from 'vitest';
import { addRule, fridayEvening } from '../testing/approval-steps.ts';
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

const edit = (change: object, who: keyof World['as'] = 'ben', version?: number) =>
  world.as[who].send('PATCH', `/api/approval-rules/${id}`, {
    body: JSON.stringify(change),
    headers: {
      'content-type': 'application/json',
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
  });

test('who may: not a stranger, not a member, not next door', async () => {
  const change = { name: 'Mine' };
  const stranger = await world.anyone.patch(`/api/approval-rules/${id}`, change);
  expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
  expect(outcome(await edit(change, 'cleo'))).toEqual([403, 'forbidden']);
  expect(outcome(await edit(change, 'fay'))).toEqual([404, 'not_found']);
});

test('what changed is in the journal, before and after', async () => {
  const answer = await edit({ name: 'Evenings', is_active: false, effective_from: '2026-12-01' });
  expect(answer).toMatchObject({
    status: 200,
    body: { name: 'Evenings', is_active: false, effective_from: '2026-12-01', version: 2 },
  });
  expect((await world.journal()).at(-1)).toMatchObject({
    ...{ event: 'approval_rule.updated', actor_id: world.ids.ben, subject_id: id },
    data: {
      changes: {
        name: { before: 'Friday evenings', after: 'Evenings' },
        is_active: { before: true, after: false },
        effective_from: { before: null, after: '2026-12-01' },
      },
    },
  });
});

test('a change of nothing is no event and no version', async () => {
  const same = { conditions: fridayEvening, name: 'Friday evenings', effective_until: null };
  expect((await edit(same)).body.version).toBe(1);
  expect((await edit({})).body.version).toBe(1);
  expect(await eventsOf(world, id)).toEqual(['approval_rule.created']);
});

test('an end is taken away by null; an end before the beginning names its field', async () => {
  await edit({ effective_from: '2026-12-01', effective_until: '2026-12-24' });
  const backwards = await edit({ effective_until: '2026-11-30' });
  expect(Object.keys(backwards.body.errors)).toEqual(['effective_until']);
  const noRole = await edit({ conditions: { roles: ['king'] } });
  expect(Object.keys(noRole.body.errors)).toEqual(['conditions.roles']);
  expect((await edit({ effective_until: null })).body.effective_until).toBeNull();
});

test('one that is deleted is not there', async () => {
  await world.as.ben.delete(`/api/approval-rules/${id}`);
  expect(outcome(await edit({ name: 'Again' }))).toEqual([404, 'not_found']);
});

test('R-25: two with the same version at once: one 200, one 412', async () => {
  const answers = await Promise.all([
    edit({ name: 'One' }, 'ben', 1),
    edit({ name: 'Two' }, 'ada', 1),
  ]);
  expect(answers.map(outcome).sort()).toEqual([
    [200, undefined],
    [412, 'version_stale'],
  ]);
  expect(await eventsOf(world, id)).toEqual(['approval_rule.created', 'approval_rule.updated']);
});
