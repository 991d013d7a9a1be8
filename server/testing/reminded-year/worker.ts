import { pino } from 'pino';
import { openProgram } from '../../app.ts';
import { deliverDue } from '../../inbox/deliver-message.ts';
import { readConfig } from '../../platform/config.ts';
import { followReminders } from '../../reminders/follow-reminders.ts';
import { reminderLetters } from '../../reminders/letters.ts';
import { sendDueReminders } from '../../reminders/send-due-reminders.ts';

// A worker of its own process, by a clock that its parent moves: at each moment it is told, what is due by
// then goes out, and it says when it is done. It may be killed at any instant.
type Moment = { now: number; organisations: string[] };
let now = Number(process.env.CLOCK_NOW);
process.on('disconnect', () => process.exit(0));

const config = { ...readConfig(process.env), serves: false, works: false };
const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(now) };
const silent = pino({ level: 'silent' });
const { app } = await openProgram(config, config.databaseUrl as string, clock, silent);

process.on('message', async (moment: Moment) => {
  now = moment.now;
  await Promise.all(moment.organisations.map((id) => sendDueReminders(app, id)));
  while (await isSomethingDue()) {
    const lanes = moment.organisations.flatMap((id) => [
      deliverDue(app, reminderLetters, id, 'email', followReminders),
      deliverDue(app, reminderLetters, id, 'sms', followReminders),
    ]);
    await Promise.all(lanes);
  }
  process.send?.({ done: moment.now });
});
process.send?.('ready');

async function isSomethingDue(): Promise<boolean> {
  const { rows } = await app.systemPool.query<{ due: boolean }>(
    `SELECT EXISTS (SELECT FROM message WHERE status IN ('queued', 'sending') AND due_at <= $1) AS due`,
    [clock.now().toString()],
  );
  return rows[0]?.due ?? false;
}
