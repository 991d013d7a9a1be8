import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { assigned, unlock } from '../testing/duty-steps.ts';
import { openProviders, type Providers } from '../testing/providers.ts';
import {
  allEventsOf,
  assignmentOf,
  at,
  change,
  deliver,
  messagesOf,
  onDuty,
  reminderOf,
  sweep,
  sweepAndDeliver,
} from '../testing/reminder-steps.ts';
import { cancelReminder, cancelReminders } from './cancel-reminder.ts';
import { planReminder, planReminders } from './plan-reminder.ts';

let providers: Providers;
let world: Providers['world'];
beforeAll(async () => {
  providers = await openProviders();
  world = providers.world;
});

test('J-21: unlocked before its hour nobody is reminded; whoever has it then is, once', async () => {
  const { assignment, roster, duty } = await onDuty(world, { date: '2026-12-02' });
  await unlock(world, assignment);
  const next = await assigned(world, 'eli', { roster, duty, date: '2026-12-02' });
  at(world, '2026-12-01T18:00:00Z');
  await sweepAndDeliver(world);
  const cancelled = await reminderOf(world, assignment);
  expect(cancelled).toMatchObject({ status: 'CANCELLED', queued_at: null });
  expect(cancelled?.reason).toBe('The hall is closed that evening');
  expect(await messagesOf(world, cancelled?.id ?? '')).toEqual([]);
  const taken = await reminderOf(world, next);
  expect(taken?.status).toBe('SENT');
  expect(await messagesOf(world, taken?.id ?? '')).toMatchObject([
    { channel: 'email', address: 'eli@harbour.example', status: 'sent' },
  ]);
});

test('unlocked while its messages wait they are withdrawn, and can’t be sent again', async () => {
  const { assignment, reminder } = await onDuty(world, { date: '2026-12-04' });
  at(world, '2026-12-03T18:00:00Z');
  await sweep(world);
  await unlock(world, assignment);
  const taken = providers.whatsApp.taken.length;
  await deliver(world);
  expect(providers.whatsApp.taken).toHaveLength(taken);
  const messages = await messagesOf(world, reminder);
  expect(messages.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
  const again = await world.as.ada.post(`/api/deliveries/${messages[0]?.id}/send-again`);
  expect(again.body.code).toBe('withdrawn');
  // No result of a message makes anything of a reminder that is cancelled.
  expect(await allEventsOf(world, reminder)).toEqual(['reminder.due']);
});

test('one that was sent is cancelled all the same; that it was sent stays', async () => {
  const { assignment, reminder } = await onDuty(world, { date: '2026-12-06' });
  at(world, '2026-12-05T18:00:00Z');
  await sweepAndDeliver(world);
  await unlock(world, assignment);
  const { body } = await world.as.ben.get(`/api/reminders/${reminder}`);
  expect(body).toMatchObject({ status: 'CANCELLED', sent_at: '2026-12-05T18:00:00Z' });
  expect(body.channels).toMatchObject([{ status: 'sent' }, { status: 'sent' }]);
});

test('an assignment without a reminder, or cancelled already, changes nothing', async () => {
  const none = assignmentOf(world);
  await change(world, (tx) => cancelReminder(tx, none.id, 'there is none'));
  const twice = assignmentOf(world, {
    ...{ date: '2026-12-30', startsAt: '2026-12-30T18:00:00Z', endsAt: '2026-12-30T20:00:00Z' },
  });
  await change(world, (tx) => planReminder(tx, twice));
  await change(world, (tx) => cancelReminder(tx, twice.id, 'the first reason'));
  await change(world, (tx) => cancelReminder(tx, twice.id, 'another reason'));
  expect((await reminderOf(world, twice.id))?.reason).toBe('the first reason');
});

test('R-24, J-22: unlocked in the second it fires, sixty times: sent before the commit or never', async () => {
  at(world, '2026-12-09T12:00:00Z');
  const many = Array.from({ length: 60 }, (_, n) =>
    assignmentOf(world, {
      ...{ date: '2026-12-10', startsAt: '2026-12-10T18:00:00Z', endsAt: '2026-12-10T20:00:00Z' },
      dutyName: `Race ${n}`,
    }),
  );
  await change(world, (tx) => planReminders(tx, many));
  at(world, '2026-12-09T18:00:00Z');
  const seen = new Map<string, number>();
  const watch = setInterval(() => {
    for (const { body } of providers.whatsApp.taken) {
      const name = body.split(' | ')[1] ?? '';
      if (!seen.has(name)) seen.set(name, performance.now());
    }
  }, 1);
  const committed = new Map<string, number>();
  const sending = (async () => {
    await sweep(world);
    for (let n = 0; n < 14; n += 1) await deliver(world);
  })();
  await Promise.all(
    many.map(async ({ id, dutyName }) => {
      await sleep(Math.random() * 2_500);
      await change(world, (tx) => cancelReminders(tx, [id], 'raced'));
      committed.set(dutyName, performance.now());
    }),
  );
  await sending;
  await deliver(world);
  await sleep(20);
  clearInterval(watch);
  const sent = many.filter(({ dutyName }) => seen.has(dutyName));
  for (const { dutyName } of sent) {
    // The watch looks every millisecond or so.
    expect(seen.get(dutyName)).toBeLessThan((committed.get(dutyName) ?? 0) + 15);
  }
  const rows = await world.sql<{ status: string; n: number }>(
    `SELECT m.status, count(*)::integer AS n FROM message m JOIN reminder r ON r.id = m.stands_with
     WHERE r.assignment_id = any($1) AND m.channel = 'whatsapp' GROUP BY 1`,
    [many.map(({ id }) => id)],
  );
  const count = (status: string) => rows.find((row) => row.status === status)?.n ?? 0;
  expect(count('sent')).toBe(sent.length);
  expect(
    rows.map(({ status }) => status).filter((one) => !['sent', 'withdrawn'].includes(one)),
  ).toEqual([]);
  const statuses = await world.sql(
    'SELECT DISTINCT status FROM reminder WHERE assignment_id = any($1)',
    [many.map(({ id }) => id)],
  );
  expect(statuses).toEqual([{ status: 'CANCELLED' }]);
});
