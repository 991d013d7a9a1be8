import { sql } from 'kysely';
import { type App, write } from '../platform/app.ts';
import type { Tx } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { tzVersion } from '../timeline/module.ts';
import { dueAt, isDue } from './due.ts';
import { sendingQueue } from './send-due-reminders.ts';
import { getReminderSettings, lockHour } from './settings-store.ts';

/**
 * Plans all reminders anew that have not gone out: in the transaction that moves the hour, the days before or
 * the organisation's time zone. What is due by it goes out at once. Returns how many moved.
 */
export async function replanReminders(tx: Tx, zone = tx.tenant.timeZone): Promise<number> {
  await lockHour(tx, 'alone');
  const settings = await getReminderSettings(tx);
  const dates = await tx.db
    .selectFrom('reminder')
    .select('date')
    .distinct()
    .where('organisation_id', '=', tx.tenant.id)
    .where('status', '=', sql.lit('PENDING'))
    .where('queued_at', 'is', null)
    .execute();
  const plan = dates.map(({ date }) => ({ date, due_at: dueAt(date, settings, zone).toString() }));
  const { numAffectedRows } = await sql`
    UPDATE reminder r SET due_at = p.due_at, zone = ${zone}, tz_version = ${tzVersion}
    FROM jsonb_to_recordset(${JSON.stringify(plan)}::jsonb) AS p (date date, due_at timestamptz)
    WHERE r.organisation_id = ${tx.tenant.id} AND r.date = p.date AND r.status = 'PENDING'
      AND r.queued_at IS NULL
      AND (r.due_at, r.zone, r.tz_version) IS DISTINCT FROM (p.due_at, ${zone}, ${tzVersion})
  `.execute(tx.db);
  if (plan.some((one) => isDue(one.due_at, tx.now))) {
    await tx.jobs.enqueue(tx.db, sendingQueue, [{ organisation: tx.tenant.id }]);
    tx.afterCommit.push(() => tx.jobs.wake(sendingQueue));
  }
  return Number(numAffectedRows ?? 0);
}

/**
 * Plans anew what was planned with other time-zone data than this program has, or for another zone than
 * the organisation's, which changed at that moment.
 */
export async function replanStale(app: App): Promise<void> {
  const organisations = await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('reminder')
      .innerJoin('organisation', 'organisation.id', 'reminder.organisation_id')
      .select('organisation_id')
      .distinct()
      .where('status', '=', sql.lit('PENDING'))
      .where('queued_at', 'is', null)
      .where(({ or, eb }) =>
        or([eb('tz_version', '<>', tzVersion), eb('zone', '<>', eb.ref('organisation.time_zone'))]),
      )
      .execute(),
  );
  for (const { organisation_id } of organisations) {
    await write(app, await tenantById(app, organisation_id), {}, (tx) => replanReminders(tx));
  }
}
