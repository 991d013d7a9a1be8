import { expect, test } from 'vitest';
import { addRule } from '../testing/approval-steps.ts';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

test('an admin changes them, for the own organisation; a change is journalled once', async () => {
  const world = await openWorld();
  const path = '/api/rota-settings';
  const change = { swaps_need_approval: false };
  expect(outcome(await world.anyone.patch(path, change))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.patch(path, change))).toEqual([403, 'forbidden']);

  const all = { shifts_need_approval: true, swaps_need_approval: true };
  const after = { ...all, ...change };
  expect((await world.as.ben.patch(path, {})).body).toEqual(all);
  expect((await world.as.ben.patch(path, change)).body).toEqual(after);
  expect((await world.as.ada.patch(path, change)).body).toEqual(after);
  const changes = (await world.journal()).filter(({ event }) => event === 'organisation.updated');
  expect(changes).toMatchObject([
    {
      actor_id: world.ids.ben,
      data: { changes: { swaps_need_approval: { before: true, after: false } } },
    },
  ]);
  expect((await world.as.cleo.get(path)).body).toEqual(after);
  expect((await world.as.fay.get(path)).body).toEqual(all);
});

test('they are rules without conditions: a deleted one is made anew, one with conditions is none', async () => {
  const world = await openWorld();
  const path = '/api/rota-settings';
  const settings = async () => (await world.as.cleo.get(path)).body;
  const rules = async () => (await world.as.ben.get('/api/approval-rules?subject=shift')).body;
  const [every] = await rules();
  await world.as.ben.delete(`/api/approval-rules/${every.id}`);
  expect(await settings()).toEqual({ shifts_need_approval: false, swaps_need_approval: true });
  await addRule(world, { subject: 'shift' });
  expect(await settings()).toMatchObject({ shifts_need_approval: false });
  await world.as.ben.patch(path, { shifts_need_approval: true });
  expect((await rules()).at(-1)).toMatchObject({
    ...{ name: 'Every request', conditions: { version: 1 }, is_active: true },
  });
  await world.as.ben.patch(path, { shifts_need_approval: false });
  expect((await rules()).map((rule: { is_active: boolean }) => rule.is_active)).toEqual([
    true,
    false,
  ]);
});
