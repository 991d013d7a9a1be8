import { editReminderSettings as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { Refusal } from '../platform/problem.ts';
import { withSeconds } from '../timeline/module.ts';
import { presentReminderSettings } from './present-reminder-settings.ts';
import { replanReminders } from './replan-reminders.ts';
import {
  lockReminderSettings,
  type ReminderSettings,
  saveReminderSettings,
} from './settings-store.ts';

/**
 * An admin changes when and how the organisation reminds; a change of nothing is no event. Another hour or
 * day plans what has not gone out anew in the same transaction.
 */
export const editReminderSettings = action(route, async (tx, { body, facts }) => {
  const before = await lockReminderSettings(tx);
  if (facts.ifMatch !== null && facts.ifMatch !== before.version) throw stale(before.version);
  const after: ReminderSettings = {
    dayOffset: body.day_offset ?? before.dayOffset,
    time: withSeconds(body.time ?? before.time),
    channels: body.channels ?? before.channels,
    attemptsMax: body.attempts_max ?? before.attemptsMax,
    logDays: body.log_days ?? before.logDays,
    version: before.version,
  };
  const changes = changesOf(before, after);
  if (Object.keys(changes).length === 0) {
    return { ...presentReminderSettings(before, tx.by), replanned: 0 };
  }
  const version = await saveReminderSettings(tx, after);
  const moves = 'dayOffset' in changes || 'time' in changes;
  const replanned = moves ? await replanReminders(tx) : 0;
  await record(tx, 'reminder_settings.updated', tx.tenant.id, { changes, replanned });
  return { ...presentReminderSettings({ ...after, version }, tx.by), replanned };
});

function changesOf(before: ReminderSettings, after: ReminderSettings) {
  const fields = ['dayOffset', 'time', 'channels', 'attemptsMax', 'logDays'] as const;
  return Object.fromEntries(
    fields
      .filter((field) => String(before[field]) !== String(after[field]))
      .map((field) => [field, { before: before[field], after: after[field] }]),
  );
}

function stale(version: number): Refusal {
  const sentence = 'Someone changed them meanwhile. Read them again, then change them.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
