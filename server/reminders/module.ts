import './tables.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Module } from '../platform/module.ts';
import { answerDuty } from './answer-duty.ts';
import { liveAnswer } from './answer-event.ts';
import { cleanReminderLogs } from './clean-reminder-logs.ts';
import { dealWithReminder } from './deal-with-reminder.ts';
import { editReminderSettings } from './edit-reminder-settings.ts';
import { letterSamples } from './letter-samples.ts';
import { reminderLetters } from './letters.ts';
import { listOwnDuties } from './list-own-duties.ts';
import { listPendingReminders } from './list-pending-reminders.ts';
import { listReminders } from './list-reminders.ts';
import { listUpcomingReminders } from './list-upcoming-reminders.ts';
import { readAnswerPage } from './read-answer-page.ts';
import { readReminder } from './read-reminder.ts';
import { readReminderSettings } from './read-reminder-settings.ts';
import { liveReminder, remindersTopic } from './reminder-event.ts';
import { replanStale } from './replan-reminders.ts';
import { retryReminder } from './retry-reminder.ts';
import { sendAnswer } from './send-answer.ts';
import { reminderSending } from './send-due-reminders.ts';
import { reminderSweep, sweepReminders } from './sweep-reminders.ts';
import type { FindStandIns } from './take-answer.ts';

export { cancelReminders } from './cancel-reminder.ts';
export { followReminders } from './follow-reminders.ts';
export { moveReminders } from './move-reminders.ts';
export { planReminders } from './plan-reminder.ts';
export { remindersTopic } from './reminder-event.ts';
export { replanReminders } from './replan-reminders.ts';
export type { FindStandIns } from './take-answer.ts';

/** Whoever has a duty is reminded of it, once on each channel, and can answer; `findStandIns` is asked when they can’t. */
export function remindersModule(findStandIns: FindStandIns): Module {
  return {
    name: 'reminders',
    endpoints: [
      ...[listReminders, listPendingReminders, listUpcomingReminders, readReminder],
      ...[retryReminder, dealWithReminder, readReminderSettings, editReminderSettings],
      ...[readAnswerPage, sendAnswer(findStandIns), answerDuty(findStandIns), listOwnDuties],
    ],
    live: {
      'reminder.due': liveReminder,
      'reminder.sent': liveReminder,
      'reminder.failed': liveReminder,
      'reminder.retried': liveReminder,
      'reminder.dealt_with': liveReminder,
      'duty.answered': liveAnswer,
    },
    topics: { [remindersTopic]: async ({ by }) => may(by, 'reminder.read') },
    templates: reminderLetters,
    samples: letterSamples,
    atStart: async (app) => {
      await replanStale(app);
      await sweepReminders(app);
      await cleanReminderLogs(app, 'at-start');
    },
    queues: (app) => [reminderSending(app), reminderSweep(app)],
  };
}
