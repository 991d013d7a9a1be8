import { deliverDue } from '../inbox/deliver-message.ts';
import { processCallbacks } from '../inbox/process-callbacks.ts';
import { write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import type { Tx } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { followReminders } from '../reminders/follow-reminders.ts';
import { reminderLetters } from '../reminders/letters.ts';
import type { Assignment } from '../reminders/plan-reminder.ts';
import { sendDueReminders } from '../reminders/send-due-reminders.ts';
import { sweepReminders } from '../reminders/sweep-reminders.ts';
import { assigned, openRoster } from './duty-steps.ts';
import type { World } from './open-world.ts';

type Who = 'cleo' | 'dev' | 'eli' | 'ben' | 'ada';

/** The organisation of Harbour Care. */
export async function harbourOf(world: World): Promise<string> {
  const [row] = await world.sql<{ id: string }>(
    'SELECT organisation_id AS id FROM person WHERE id = $1',
    [world.ids.ada],
  );
  return row?.id ?? '';
}

/** Someone is on duty on a date of December 2026, in a roster of their own; returns what was made. */
export async function onDuty(
  world: World,
  {
    who = 'cleo',
    date = '2026-12-02',
    ...type
  }: { who?: Who; date?: string } & Record<string, unknown> = {},
): Promise<{ assignment: string; reminder: string; roster: string; duty: string }> {
  const { roster, duty } = await openRoster(world, type, {
    ...{ start_date: '2026-11-01', end_date: '2027-01-31' },
  });
  const assignment = await assigned(world, who, { roster, duty, date });
  const reminder = await reminderOf(world, assignment);
  return { assignment, reminder: reminder?.id ?? '', roster, duty };
}

/** A reminder as it is stored, of an assignment. */
export async function reminderOf(world: World, assignment: string) {
  const [row] = await world.sql<{
    id: string;
    status: string;
    reason: string;
    due_at: Date;
    queued_at: Date | null;
    sent_at: Date | null;
  }>('SELECT * FROM reminder WHERE assignment_id = $1 ORDER BY id DESC LIMIT 1', [assignment]);
  return row;
}

/** The clock stands at an instant. */
export function at(world: World, instant: string): void {
  const now = world.clock.now();
  world.logInAgain();
  world.clock.advance({
    seconds: Math.round(now.until(instant, { largestUnit: 'seconds' }).seconds),
  });
}

/** One sweep and what it enqueues, then all that is due in the outbox. */
export async function sweepAndDeliver(world: World): Promise<void> {
  await sweep(world);
  await deliver(world);
}

/** One sweep and what it enqueues. */
export async function sweep(world: World): Promise<void> {
  for (const id of await sweepReminders(world.program.app)) {
    await sendDueReminders(world.program.app, id);
  }
}

/** What is due in the outbox of Harbour Care goes out, with what providers told of before. */
export async function deliver(world: World): Promise<void> {
  const organisation = await harbourOf(world);
  const { app } = world.program;
  for (const channel of ['email', 'sms', 'whatsapp'] as const) {
    await deliverDue(
      app,
      { ...reminderLetters, ...others },
      organisation,
      channel,
      followReminders,
    );
  }
}

/** What providers told is made something of. */
export function hear(world: World): Promise<number> {
  return processCallbacks(world.program.app, followReminders);
}

// Letters of other modules stand in the same outbox.
const plain = (name: string) => () => ({ subject: name, opening: name });
const others = Object.fromEntries(
  ['duty-assigned', 'duty-unlocked', 'duty-moved', 'number-unreachable'].map((name) => [
    name,
    plain(name),
  ]),
);

/** The messages of a reminder: channel, status, address. */
export function messagesOf(world: World, reminder: string) {
  return world.sql<{ id: string; channel: string; status: string; address: string; due_at: Date }>(
    'SELECT id, channel, status, address, due_at FROM message WHERE stands_with = $1 ORDER BY created_at, channel',
    [reminder],
  );
}

/** The events about one thing, oldest first, those of the program itself too. */
export async function allEventsOf(world: World, subject: string): Promise<string[]> {
  const rows = await world.sql<{ event: string }>(
    'SELECT event FROM journal WHERE subject_id = $1 ORDER BY seq',
    [subject],
  );
  return rows.map(({ event }) => event);
}

/** A write of Harbour Care's, as the program's own. */
export async function change<T>(world: World, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { app } = world.program;
  return write(app, await tenantById(app, await harbourOf(world)), {}, work);
}

/** An assignment as the duty module would tell of it, of nobody's roster. */
export function assignmentOf(world: World, fields: Partial<Assignment> = {}): Assignment {
  return {
    ...{ id: newId(), personId: world.ids.cleo, name: 'Cleo Marsh', email: 'cleo@harbour.example' },
    ...{ rosterId: newId(), dutyTypeId: newId(), dutyName: 'Doors', date: '2026-12-02' },
    ...{ startsAt: '2026-12-02T18:00:00Z', endsAt: '2026-12-02T20:00:00Z', zone: 'Europe/London' },
    ...fields,
  };
}

/** A reminder for the tests that try every route. */
export async function reminderThings(world: World): Promise<Record<string, string>> {
  const { assignment, reminder } = await onDuty(world, { date: '2026-12-15' });
  return { '/reminders/:id': reminder, assignment };
}
