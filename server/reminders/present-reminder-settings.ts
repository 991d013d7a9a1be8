import { may } from '../../contract/identity/permissions.ts';
import type { ReminderSettings as Shown } from '../../contract/reminders/reminder-settings.ts';
import type { Actor } from '../platform/scope.ts';
import type { ReminderSettings } from './settings-store.ts';

/** The settings as the API shows them. */
export function presentReminderSettings(settings: ReminderSettings, by: Actor): Shown {
  return {
    day_offset: settings.dayOffset,
    time: settings.time,
    channels: [...settings.channels],
    attempts_max: settings.attemptsMax,
    log_days: settings.logDays,
    version: settings.version,
    can: { change: may(by, 'roster.change') },
  };
}
