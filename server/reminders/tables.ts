import type { Generated } from 'kysely';
import type { DutyAnswer, ReminderStatus } from '../../contract/reminders/reminder.ts';
import type { ChannelName } from '../platform/channels/channel.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    reminder_settings: {
      organisation_id: string;
      day_offset: number;
      time: string;
      channels: ChannelName[];
      attempts_max: number;
      log_days: number;
      version: Generated<number>;
      updated_at: InstantColumn;
    };
    reminder: {
      organisation_id: string;
      id: string;
      assignment_id: string;
      person_id: string;
      roster_id: string;
      duty_type_id: string;
      duty_name: string;
      date: string;
      starts_at: InstantColumn;
      ends_at: InstantColumn;
      duty_zone: string;
      due_at: InstantColumn;
      zone: string;
      tz_version: string;
      status: Generated<ReminderStatus>;
      created_at: InstantColumn;
      queued_at: InstantColumn | null;
      sent_at: InstantColumn | null;
      cancelled_at: InstantColumn | null;
      reason: Generated<string>;
      answer: DutyAnswer | null;
      answer_note: Generated<string>;
      answered_at: InstantColumn | null;
      dealt_with_at: InstantColumn | null;
      dealt_with_by: string | null;
    };
  }
}
