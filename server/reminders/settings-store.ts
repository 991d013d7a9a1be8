import { sql } from 'kysely';
import type { ChannelName } from '../platform/channels/channel.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** When and how an organisation reminds. `version` 0: nothing was ever set. */
export type ReminderSettings = {
  dayOffset: number;
  time: string;
  channels: readonly ChannelName[];
  attemptsMax: number;
  logDays: number;
  version: number;
};

const usual: ReminderSettings = {
  ...{ dayOffset: 1, time: '18:00:00', channels: ['email', 'whatsapp'], attemptsMax: 2 },
  ...{ logDays: 400, version: 0 },
};

/** The settings of the organisation, or the usual ones. */
export async function getReminderSettings(read: Read): Promise<ReminderSettings> {
  const row = await read.db
    .selectFrom('reminder_settings')
    .select(['day_offset', 'time', 'channels', 'attempts_max', 'log_days', 'version'])
    .where('organisation_id', '=', read.tenant.id)
    .executeTakeFirst();
  if (!row) return usual;
  const { day_offset: dayOffset, attempts_max: attemptsMax, log_days: logDays, ...rest } = row;
  return { ...rest, dayOffset, attemptsMax, logDays };
}

/**
 * As `getReminderSettings`, locked until the transaction ends: no reminder is planned by settings that are
 * just changing, and nobody else changes them.
 */
export async function lockReminderSettings(tx: Tx): Promise<ReminderSettings> {
  await lockHour(tx, 'alone');
  return getReminderSettings(tx);
}

/**
 * Who plans holds the hour with others who plan; who moves it holds it alone. A reminder that is planned
 * beside a change would else keep the hour of before.
 */
export async function lockHour(tx: Tx, how: 'alone' | 'shared'): Promise<void> {
  const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared');
  const key = `reminder-hour:${tx.tenant.id}`;
  await sql`SELECT ${lock}(hashtextextended(${key}, 0))`.execute(tx.db);
}

/** Writes the settings as the next version. */
export async function saveReminderSettings(tx: Tx, settings: ReminderSettings): Promise<number> {
  const change = {
    day_offset: settings.dayOffset,
    time: settings.time,
    channels: [...settings.channels],
    attempts_max: settings.attemptsMax,
    log_days: settings.logDays,
    updated_at: tx.now.toString(),
  };
  const { version } = await tx.db
    .insertInto('reminder_settings')
    .values({ organisation_id: tx.tenant.id, ...change })
    .onConflict((conflict) =>
      conflict
        .column('organisation_id')
        .doUpdateSet({ ...change, version: sql<number>`reminder_settings.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
