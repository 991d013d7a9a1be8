import { sql } from 'kysely';
import type { App } from '../platform/app.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { dateAt, instantOf } from '../timeline/module.ts';

const time = '02:00:00';
const sweepMinutes = 15;

/**
 * Deletes what attempts of reminders went through so many days ago (a setting): each organisation's at two
 * by its own clock, or everyone's when the program starts, which makes up for nights that it missed. That
 * someone was reminded stays, and so does every unlock.
 */
export async function cleanReminderLogs(app: App, when: 'at-two' | 'at-start'): Promise<number> {
  const now = app.clock.now();
  const organisations = await unsafeFindOrganisations(app);
  let deleted = 0;
  for (const { id, time_zone, log_days } of organisations) {
    if (when === 'at-two' && !isTwo(now, time_zone)) continue;
    deleted += await unsafeDelete(app, id, now.subtract({ hours: log_days * 24 }));
  }
  return deleted;
}

/** Whether it was two o'clock within the last quarter of an hour; where spring skips two, it is three. */
export function isTwo(now: Temporal.Instant, zone: string): boolean {
  const two = instantOf(`${dateAt(now, zone)}T${time}`, zone);
  const minutes = (now.epochMilliseconds - two.epochMilliseconds) / 60_000;
  return minutes >= 0 && minutes < sweepMinutes;
}

function unsafeFindOrganisations(app: App) {
  return unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('organisation')
      .leftJoin('reminder_settings', 'reminder_settings.organisation_id', 'organisation.id')
      .select(['organisation.id', 'organisation.time_zone'])
      .select(sql<number>`coalesce(reminder_settings.log_days, 400)`.as('log_days'))
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('reminder')
            .select('reminder.id')
            .whereRef('reminder.organisation_id', '=', 'organisation.id'),
        ),
      )
      .execute(),
  );
}

async function unsafeDelete(app: App, organisation: string, before: Temporal.Instant) {
  const old = sql`SELECT m.id FROM reminder r
    JOIN message m ON m.organisation_id = r.organisation_id AND m.stands_with = r.id
    WHERE r.organisation_id = ${organisation} AND r.queued_at < ${before.toString()}`;
  const [attempts, reports] = await unsafeAcrossTenants(app.systemPool, async (db) => [
    await sql`DELETE FROM attempt WHERE organisation_id = ${organisation}
      AND started_at < ${before.toString()} AND message_id IN (${old})`.execute(db),
    await sql`DELETE FROM delivery_report WHERE organisation_id = ${organisation}
      AND received_at < ${before.toString()} AND message_id IN (${old})`.execute(db),
  ]);
  return Number(attempts?.numAffectedRows ?? 0) + Number(reports?.numAffectedRows ?? 0);
}
