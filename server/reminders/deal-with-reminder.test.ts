import { beforeAll, expect, test } from 'vitest';
import { outsiders } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { allEventsOf, at, onDuty, sweep } from '../testing/reminder-steps.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
let reminder: string;
let path: string;
beforeAll(async () => {
  world = await openWorld();
  ({ reminder } = await onDuty(world, { date: '2026-11-25' }));
  path = `/api/reminders/${reminder}/dealt-with`;
});

test('only what failed', async () => {
  expect(outcome(await world.as.ben.post(path))).toEqual([409, 'reminder_not_failed']);
});

test('an admin, once, with who and when; two at once are one', async () => {
  at(world, '2026-11-26T09:00:00Z');
  await sweep(world);
  expect(await outsiders(world, (as) => as.post(path))).toEqual([401, 403, 404]);
  const answers = await Promise.all([world.as.ben.post(path), world.as.ben.post(path)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({
    ...{ status: 'FAILED', dealt_with_at: '2026-11-26T09:00:00Z', dealt_with_by: world.ids.ben },
    ...{ dealt_with_by_name: 'Ben Lindqvist', can: { deal_with: false } },
  });
  expect(outcome(await world.as.ada.post(path))).toEqual([409, 'dealt_with']);
  expect(await allEventsOf(world, reminder)).toEqual(['reminder.failed', 'reminder.dealt_with']);
});
