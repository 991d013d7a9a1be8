import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assigned } from '../testing/duty-steps.ts';
import { cleosPhone, openProviders, type Providers } from '../testing/providers.ts';
import {
  allEventsOf,
  assignmentOf,
  at,
  change,
  deliver,
  hear,
  messagesOf,
  onDuty,
  reminderOf,
  sweep,
  sweepAndDeliver,
} from '../testing/reminder-steps.ts';
import { planReminders } from './plan-reminder.ts';
import { sendDueReminders } from './send-due-reminders.ts';
import { sweepReminders } from './sweep-reminders.ts';

let providers: Providers;
let world: Providers['world'];
let day = 1;
beforeAll(async () => {
  providers = await openProviders();
  world = providers.world;
});
/** Each test has a date of its own, and the noon before the evening of its reminder. */
let date = '';
let evening = '';
beforeEach(async () => {
  day += 2;
  date = `2026-12-${String(day).padStart(2, '0')}`;
  const before = `2026-12-${String(day - 1).padStart(2, '0')}`;
  evening = `${before}T18:00:00Z`;
  at(world, `${before}T12:00:00Z`);
  await world.sql("UPDATE message SET status = 'sent' WHERE status IN ('queued', 'sending')");
  await world.sql('DELETE FROM opt_out; DELETE FROM dead_address; DELETE FROM quiet_hours');
  providers.whatsApp.taken.length = 0;
});

test('the evening before at six, by e-mail and by WhatsApp’s template with name, duty and date', async () => {
  const { assignment, reminder } = await onDuty(world, { date, name: `Azaan ${day}` });
  await sweepAndDeliver(world);
  expect(await messagesOf(world, reminder)).toEqual([]);
  at(world, evening);
  await sweepAndDeliver(world);
  expect(await messagesOf(world, reminder)).toMatchObject([
    { channel: 'email', status: 'sent', address: 'cleo@harbour.example' },
    { channel: 'whatsapp', status: 'sent', address: cleosPhone },
  ]);
  expect(providers.whatsApp.taken).toMatchObject([
    {
      ...{ type: 'template', template: 'duty_reminder', to: cleosPhone.slice(1) },
      body: `Cleo Marsh | Azaan ${day} | Thu, 3 December 2026, 18:00–20:00`,
    },
  ]);
  expect(await reminderOf(world, assignment)).toMatchObject({ status: 'SENT' });
  expect(await allEventsOf(world, reminder)).toEqual(['reminder.due', 'reminder.sent']);
  const [mail] = await messagesOf(world, reminder);
  const letter = await world.as.ada.get(`/api/mailbox/${mail?.id}`);
  expect(letter.body.text).toContain(`Duty: Azaan ${day}`);
  expect(letter.body.html).toContain('/api/duty-answers/');
  // Looking again sends nothing.
  await sweepAndDeliver(world);
  expect(providers.whatsApp.taken).toHaveLength(1);
});

test('J-23: assigned after the hour, it goes out in the same transaction, and is not late', async () => {
  at(world, evening);
  world.clock.advance({ hours: 2 });
  const { reminder } = await onDuty(world, { date });
  expect(await messagesOf(world, reminder)).toHaveLength(2);
  const [{ data } = { data: {} }] = await world.sql<{ data: Record<string, unknown> }>(
    'SELECT data FROM message WHERE stands_with = $1',
    [reminder],
  );
  expect(data).toMatchObject({ late: false });
});

test('of a date that is past nobody is reminded', async () => {
  const { assignment } = await onDuty(world, { date: '2026-11-30' });
  expect(await reminderOf(world, assignment)).toBeUndefined();
});

test('J-25: after a downtime it is sent late and says so; past the duty it is missed, and the admins are told', async () => {
  const late = await onDuty(world, { date });
  const missed = await onDuty(world, { who: 'dev', date, start_time: '00:15', end_time: '01:00' });
  at(world, `${date}T09:00:00Z`);
  await sweepAndDeliver(world);
  const [mail] = await messagesOf(world, late.reminder);
  expect((await world.as.ada.get(`/api/mailbox/${mail?.id}`)).body.text).toContain(
    'This reminder comes late.',
  );
  expect(await messagesOf(world, missed.reminder)).toEqual([]);
  expect(await reminderOf(world, missed.assignment)).toMatchObject({
    ...{ status: 'FAILED', reason: 'The duty was over before it could go out.' },
  });
  expect(await allEventsOf(world, missed.reminder)).toEqual(['reminder.failed']);
  const told = await world.sql(
    `SELECT m.address FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 AND m.template = 'reminder-failed' ORDER BY 1`,
    [missed.reminder],
  );
  expect(told).toEqual([{ address: 'ada@harbour.example' }, { address: 'ben@harbour.example' }]);
});

describe('channels', () => {
  test('J-26: one fails for good, the other gets through: each recorded, the reminder is sent', async () => {
    const { assignment, reminder } = await onDuty(world, { date });
    at(world, evening);
    providers.whatsApp.refuses.set(cleosPhone, 131026);
    await sweepAndDeliver(world);
    providers.whatsApp.refuses.clear();
    expect(await messagesOf(world, reminder)).toMatchObject([
      { channel: 'email', status: 'sent' },
      { channel: 'whatsapp', status: 'failed' },
    ]);
    expect(await reminderOf(world, assignment)).toMatchObject({ status: 'SENT' });
  });

  test('each is tried twice, then it has failed; failed is the reminder when all have', async () => {
    await world.sql("UPDATE person SET email = 'none@harbour.example' WHERE id = $1", [
      world.ids.cleo,
    ]);
    const { assignment, reminder } = await onDuty(world, { date });
    at(world, evening);
    await sweep(world);
    // Mail fails for good at once; WhatsApp has trouble each time.
    await world.sql(
      "UPDATE message SET status = 'bounced', failure_code = '550', failure = 'No such mailbox.' WHERE stands_with = $1 AND channel = 'email'",
      [reminder],
    );
    for (let n = 1; n <= 3; n += 1) {
      providers.whatsApp.next({ how: 'status', status: 400, code: 131056 });
      await deliver(world);
      world.clock.advance({ minutes: 1 });
    }
    const attempts = await world.sql(
      `SELECT a.number, a.outcome FROM attempt a JOIN message m ON m.id = a.message_id
       WHERE m.stands_with = $1 AND m.channel = 'whatsapp' ORDER BY 1`,
      [reminder],
    );
    expect(attempts).toEqual([
      { number: 1, outcome: 'failed' },
      { number: 2, outcome: 'failed' },
    ]);
    const failed = await reminderOf(world, assignment);
    expect(failed?.status).toBe('FAILED');
    expect(failed?.reason).toMatch(/^E-mail: No such mailbox\. WhatsApp: /);
    await world.sql("UPDATE person SET email = 'cleo@harbour.example' WHERE id = $1", [
      world.ids.cleo,
    ]);
    await deliver(world);
  });

  test('J-28: who said STOP is not called, but mailed', async () => {
    await world.sql(
      "INSERT INTO opt_out (number, began_at, source) VALUES ($1, now(), 'whatsapp')",
      [cleosPhone],
    );
    const { assignment, reminder } = await onDuty(world, { date });
    at(world, evening);
    await sweepAndDeliver(world);
    expect(providers.whatsApp.taken).toEqual([]);
    expect(await messagesOf(world, reminder)).toMatchObject([
      { channel: 'email', status: 'sent' },
      { channel: 'whatsapp', status: 'failed' },
    ]);
    expect((await reminderOf(world, assignment))?.status).toBe('SENT');
  });

  test('by SMS too who chose it; who has no number is mailed alone', async () => {
    await world.sql(
      `INSERT INTO notification_preference (organisation_id, person_id, kind, channel, chosen)
       VALUES ($1, $2, 'duty_reminder', 'sms', true)`,
      [providers.organisation, world.ids.cleo],
    );
    const texted = await onDuty(world, { date });
    const mailed = await onDuty(world, { who: 'dev', date });
    at(world, evening);
    await sweep(world);
    const channels = async (id: string) => (await messagesOf(world, id)).map((one) => one.channel);
    expect(await channels(texted.reminder)).toEqual(['email', 'sms', 'whatsapp']);
    expect(await channels(mailed.reminder)).toEqual(['email']);
    await world.sql('DELETE FROM notification_preference');
  });

  test('no channel leads to them: failed at once, with what is missing', async () => {
    await world.as.ada.patch('/api/reminder-settings', { channels: ['whatsapp'] });
    const { assignment, reminder } = await onDuty(world, { who: 'dev', date });
    at(world, evening);
    await sweep(world);
    expect(await reminderOf(world, assignment)).toMatchObject({
      ...{
        status: 'FAILED',
        reason: 'There is no way to reach this person on the channels that are set.',
      },
    });
    expect(await allEventsOf(world, reminder)).toEqual(['reminder.due', 'reminder.failed']);
    await world.as.ada.patch('/api/reminder-settings', { channels: ['email', 'whatsapp'] });
  });

  test('J-27: quiet hours hold it until they end, not past the duty', async () => {
    const quiet = (from: string, until: string) =>
      world.as.cleo.put('/api/me/quiet-hours', { from, until });
    await quiet('17:00', '07:00');
    const held = await onDuty(world, { date });
    const early = await onDuty(world, { date, start_time: '05:00', end_time: '05:30' });
    at(world, evening);
    await sweep(world);
    const due = async (id: string) => (await messagesOf(world, id))[0]?.due_at.toISOString();
    expect(await due(held.reminder)).toBe(`${date}T07:00:00.000Z`);
    expect(await due(early.reminder)).toBe(`${evening.slice(0, 19)}.000Z`);
    expect((await reminderOf(world, held.assignment))?.status).toBe('PENDING');
    at(world, `${date}T07:00:00Z`);
    await deliver(world);
    expect((await reminderOf(world, held.assignment))?.status).toBe('SENT');
  });
});

test('receipts go into the log: delivered and read, each with its moment', async () => {
  const { reminder } = await onDuty(world, { date });
  at(world, evening);
  await sweepAndDeliver(world);
  const [note] = providers.whatsApp.taken;
  world.clock.advance({ minutes: 1 });
  await providers.whatsApp.report(note?.id ?? '', 'delivered');
  await hear(world);
  world.clock.advance({ minutes: 1 });
  await providers.whatsApp.report(note?.id ?? '', 'read');
  await hear(world);
  const { log } = (await world.as.ben.get(`/api/reminders/${reminder}`)).body;
  expect(log).toMatchObject([
    { channel: 'email', attempt: 1, to: 'cleo@harbour.example', outcome: 'sent', read_at: null },
    {
      ...{ channel: 'whatsapp', attempt: 1, to: cleosPhone, outcome: 'sent' },
      at: evening,
      answer: 'WhatsApp took it',
      delivered_at: evening.replace('18:00', '18:01'),
      read_at: evening.replace('18:00', '18:02'),
    },
  ]);
});

test('a receipt that says failed makes it failed after all, when nothing else got through', async () => {
  await world.as.ada.patch('/api/reminder-settings', { channels: ['whatsapp'] });
  const { assignment, reminder } = await onDuty(world, { date });
  at(world, evening);
  await sweepAndDeliver(world);
  expect((await reminderOf(world, assignment))?.status).toBe('SENT');
  const [note] = providers.whatsApp.taken;
  await providers.whatsApp.report(note?.id ?? '', 'failed', { errors: [{ code: 131026 }] });
  await hear(world);
  expect((await reminderOf(world, assignment))?.status).toBe('FAILED');
  expect(await allEventsOf(world, reminder)).toEqual([
    ...['reminder.due', 'reminder.sent', 'reminder.failed'],
  ]);
  await world.as.ada.patch('/api/reminder-settings', { channels: ['email', 'whatsapp'] });
});

test('J-10: three nodes that sweep at once send it once', async () => {
  const { roster, duty } = await onDuty(world, { date, people: 3 });
  for (const who of ['dev', 'eli'] as const) await assigned(world, who, { roster, duty, date });
  at(world, evening);
  const nodes = [world, await world.anotherNode(), await world.anotherNode()];
  await Promise.all(
    nodes.map(async ({ program }) => {
      for (const id of await sweepReminders(program.app)) await sendDueReminders(program.app, id);
    }),
  );
  const rows = await world.sql<{ n: number }>(
    `SELECT count(*)::integer AS n FROM message m JOIN reminder r ON r.id = m.stands_with
     WHERE r.roster_id = $1 GROUP BY r.id, m.channel`,
    [roster],
  );
  // Cleo by mail and WhatsApp, the others by mail.
  expect(rows.map(({ n }) => n)).toEqual([1, 1, 1, 1]);
});

test('J-09: 500 that are overdue all go out, in one run', async () => {
  const many = Array.from({ length: 500 }, (_, n) =>
    assignmentOf(world, {
      date,
      startsAt: `${date}T20:00:00Z`,
      endsAt: `${date}T21:00:00Z`,
      dutyName: `Duty ${n}`,
    }),
  );
  await change(world, (tx) => planReminders(tx, many));
  at(world, evening);
  await sweep(world);
  const [{ n } = { n: 0 }] = await world.sql<{ n: number }>(
    'SELECT count(*)::integer AS n FROM reminder WHERE assignment_id = any($1) AND queued_at IS NOT NULL',
    [many.map(({ id }) => id)],
  );
  expect(n).toBe(500);
});

test('while duty is switched off nothing is sent; switched on again, what still helps goes out', async () => {
  const { assignment } = await onDuty(world, { date });
  at(world, evening);
  await world.as.ada.patch('/api/organisation', { systems: ['rota', 'booking'] });
  await sweep(world);
  expect(await reminderOf(world, assignment)).toMatchObject({ status: 'PENDING', queued_at: null });
  await world.as.ada.patch('/api/organisation', { systems: ['rota', 'booking', 'duty'] });
  await sweep(world);
  expect((await reminderOf(world, assignment))?.queued_at).not.toBeNull();
});
