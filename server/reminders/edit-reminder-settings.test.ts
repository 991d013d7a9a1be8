import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { at, harbourOf, messagesOf, onDuty, reminderOf } from '../testing/reminder-steps.ts';
import { outcome } from '../testing/rota-steps.ts';
import { sendDueReminders } from './send-due-reminders.ts';

const path = '/api/reminder-settings';
let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const updates = async () =>
  (await world.journal()).filter(({ event }) => event === 'reminder_settings.updated');
const dueOf = async (assignment: string) =>
  (await reminderOf(world, assignment))?.due_at.toISOString();

test('a stranger is asked to log in, a member may not', async () => {
  expect(outcome(await world.anyone.patch(path, {}))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.patch(path, {}))).toEqual([403, 'forbidden']);
});

describe('refused', () => {
  test.each([
    ['time', { time: '18:07' }],
    ['time', { time: '24:00' }],
    ['day_offset', { day_offset: -1 }],
    ['channels', { channels: [] }],
    ['channels.0', { channels: ['pigeon'] }],
    ['attempts_max', { attempts_max: 6 }],
    ['log_days', { log_days: 7 }],
  ])('400 on %s: %o', async (field, body) => {
    const answer = await world.as.ada.patch(path, body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  });
});

test('another hour or day plans what waits anew, at once; a change of nothing is no event', async () => {
  const waiting = await onDuty(world, { date: '2026-12-10' });
  expect(await dueOf(waiting.assignment)).toBe('2026-12-09T18:00:00.000Z');
  const later = await world.as.ben.patch(path, { time: '20:30' });
  expect(later.body).toMatchObject({ time: '20:30:00', version: 1, replanned: 1 });
  expect(await dueOf(waiting.assignment)).toBe('2026-12-09T20:30:00.000Z');
  const sooner = await world.as.ben.patch(path, { day_offset: 2 });
  expect(sooner.body).toMatchObject({ day_offset: 2, version: 2, replanned: 1 });
  expect(await dueOf(waiting.assignment)).toBe('2026-12-08T20:30:00.000Z');
  const same = await world.as.ben.patch(path, { day_offset: 2, channels: ['email', 'whatsapp'] });
  expect(same.body).toMatchObject({ version: 2, replanned: 0 });
  const channels = await world.as.ben.patch(path, { channels: ['email'], log_days: 90 });
  expect(channels.body).toMatchObject({ channels: ['email'], log_days: 90, replanned: 0 });
  expect(await updates()).toMatchObject([
    { data: { changes: { time: { before: '18:00:00', after: '20:30:00' } }, replanned: 1 } },
    { data: { changes: { dayOffset: { before: 1, after: 2 } } } },
    { data: { changes: { logDays: { before: 400, after: 90 } } } },
  ]);
  expect((await world.as.fay.get(path)).body).toMatchObject({ time: '18:00:00', version: 0 });
});

test('what is due by the new hour goes out at once; what went out already stays out', async () => {
  await world.as.ben.patch(path, { day_offset: 1, time: '18:00' });
  const soon = await onDuty(world, { date: '2026-12-21' });
  at(world, '2026-12-20T17:00:00Z');
  const moved = await world.as.ben.patch(path, { time: '16:00' });
  expect(moved.body.replanned).toBe(2);
  await sendDueReminders(world.program.app, await harbourOf(world));
  expect(await messagesOf(world, soon.reminder)).toHaveLength(1);
  const back = await world.as.ben.patch(path, { time: '19:00' });
  expect(back.body.replanned).toBe(0);
  await sendDueReminders(world.program.app, await harbourOf(world));
  expect(await messagesOf(world, soon.reminder)).toHaveLength(1);
});

test('a stale version is 412; two who change at once both count', async () => {
  const { version } = (await world.as.ada.get(path)).body;
  const headers = { 'content-type': 'application/json', 'if-match': `"${version - 1}"` };
  const body = JSON.stringify({ log_days: 100 });
  const stale = await world.as.ada.send('PATCH', path, { headers, body });
  expect(stale).toMatchObject({ status: 412, body: { code: 'version_stale', version } });
  await Promise.all([
    world.as.ada.patch(path, { log_days: 120 }),
    world.as.ben.patch(path, { attempts_max: 3 }),
  ]);
  expect((await world.as.ada.get(path)).body).toMatchObject({
    ...{ log_days: 120, attempts_max: 3, version: version + 2 },
  });
});
