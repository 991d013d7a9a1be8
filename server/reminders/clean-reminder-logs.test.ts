import { beforeAll, expect, test } from 'vitest';
import { unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { at, messagesOf, onDuty, sweepAndDeliver } from '../testing/reminder-steps.ts';
import { cleanReminderLogs, isTwo } from './clean-reminder-logs.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('logs older than the setting go at two in the night; the reminder, its message and unlocks stay', async () => {
  await world.as.ada.patch('/api/reminder-settings', { log_days: 30 });
  const old = await onDuty(world, { date: '2026-11-25' });
  const young = await onDuty(world, { date: '2026-12-10' });
  at(world, '2026-11-24T18:00:00Z');
  await sweepAndDeliver(world);
  await unlock(world, old.assignment);
  at(world, '2026-12-09T18:00:00Z');
  await sweepAndDeliver(world);
  const log = async (id: string) => (await world.as.ben.get(`/api/reminders/${id}`)).body.log;
  const clean = () => cleanReminderLogs(world.program.app, 'at-two');

  at(world, '2026-12-25T01:59:00Z');
  expect(await clean()).toBe(0);
  at(world, '2026-12-25T02:00:00Z');
  expect(await clean()).toBe(1);
  expect(await log(old.reminder)).toEqual([]);
  expect(await log(young.reminder)).toHaveLength(1);
  expect(await messagesOf(world, old.reminder)).toMatchObject([{ status: 'sent' }]);
  expect((await world.as.ben.get('/api/unlock-logs')).body).toHaveLength(1);
  expect(await clean()).toBe(0);

  // A program that starts makes up for nights that it missed.
  at(world, '2027-01-20T11:00:00Z');
  expect(await cleanReminderLogs(world.program.app, 'at-start')).toBe(1);
  expect(await log(young.reminder)).toEqual([]);
});

test.each([
  ['Europe/London', '2026-11-20T02:00:00Z', true],
  ['Europe/London', '2026-11-20T02:14:59Z', true],
  ['Europe/London', '2026-11-20T02:15:00Z', false],
  ['Asia/Kolkata', '2026-11-19T20:30:00Z', true],
  ['Asia/Kathmandu', '2026-11-19T20:15:00Z', true],
  // Two is skipped: three stands for it.
  ['America/New_York', '2026-03-08T07:00:00Z', true],
  // Half past one comes twice, two once.
  ['America/New_York', '2026-11-01T07:00:00Z', true],
  ['America/New_York', '2026-11-01T06:00:00Z', false],
])('two in the night in %s: %s', (zone, instant, isIt) => {
  expect(isTwo(Temporal.Instant.from(instant), zone)).toBe(isIt);
});
