import type { ChannelName } from '../platform/channels/channel.ts';
import type { Read } from '../platform/scope.ts';

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
