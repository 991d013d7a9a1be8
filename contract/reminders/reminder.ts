/** What becomes of a reminder: it waits, a channel got through, none did, or its duty was taken off. */
export const reminderStatuses = ['PENDING', 'SENT', 'FAILED', 'CANCELLED'] as const;
export type ReminderStatus = (typeof reminderStatuses)[number];

/** What the holder of a duty says: “I’m on it”, “I can’t”. */
export const dutyAnswers = ['yes', 'no'] as const;
export type DutyAnswer = (typeof dutyAnswers)[number];
