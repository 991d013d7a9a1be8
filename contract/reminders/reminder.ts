import { type Static, Type } from 'typebox';
import { Channel, DeliveryStatus } from '../inbox/delivery.ts';
import { CalendarDate, Id, Instant, Nullable, WallTime } from '../platform/values.ts';

/** What becomes of a reminder: it waits, a channel got through, none did, or its duty was taken off. */
export const reminderStatuses = ['PENDING', 'SENT', 'FAILED', 'CANCELLED'] as const;
export const ReminderStatus = Type.Enum(reminderStatuses);
export type ReminderStatus = (typeof reminderStatuses)[number];

/** What the holder of a duty says: “I’m on it”, “I can’t”. */
export const dutyAnswers = ['yes', 'no'] as const;
export const DutyAnswer = Type.Enum(dutyAnswers);
export type DutyAnswer = (typeof dutyAnswers)[number];

/** Which duty, when. */
export const dutyFields = {
  assignment: Id,
  roster: Id,
  roster_name: Nullable(Type.String()),
  duty_type: Id,
  duty_name: Type.String(),
  date: CalendarDate,
  start_time: WallTime,
  end_time: WallTime,
  overnight: Type.Boolean(),
  starts_at: Instant,
  ends_at: Instant,
};

/** What the holder said, if they did. */
export const answerFields = {
  answer: Nullable(DutyAnswer),
  answer_note: Type.String(),
  answered_at: Nullable(Instant),
};

/** Someone is reminded of a duty of theirs, once on each channel. */
export const Reminder = Type.Object({
  id: Id,
  ...dutyFields,
  person: Id,
  person_name: Type.String(),
  due_at: Instant,
  status: ReminderStatus,
  reason: Type.String({ description: 'Why it failed or was cancelled' }),
  channels: Type.Array(
    Type.Object({ channel: Channel, to: Type.String(), status: DeliveryStatus }),
    { description: 'Where it is on each channel, once it went out' },
  ),
  created_at: Instant,
  queued_at: Nullable(Instant),
  sent_at: Nullable(Instant),
  cancelled_at: Nullable(Instant),
  ...answerFields,
  dealt_with_at: Nullable(Instant),
  dealt_with_by: Nullable(Id),
  dealt_with_by_name: Nullable(Type.String()),
  can: Type.Object({ retry: Type.Boolean(), deal_with: Type.Boolean() }),
});
export type Reminder = Static<typeof Reminder>;

/** An attempt on a channel, with what its provider told of it later. */
export const ReminderLog = Type.Object({
  channel: Channel,
  attempt: Type.Integer(),
  at: Instant,
  to: Type.String(),
  outcome: Nullable(
    Type.Enum(['sent', 'failed', 'unknown'], {
      description: 'null: under way, or its worker died',
    }),
  ),
  code: Nullable(Type.String()),
  answer: Nullable(Type.String({ description: 'What the provider said' })),
  delivered_at: Nullable(Instant),
  read_at: Nullable(Instant),
  failed_at: Nullable(Instant),
});
export type ReminderLog = Static<typeof ReminderLog>;

/** A reminder with its log. */
export const ReminderDetails = Type.Object({
  ...Reminder.properties,
  log: Type.Array(ReminderLog, { description: 'Oldest first' }),
});
export type ReminderDetails = Static<typeof ReminderDetails>;
