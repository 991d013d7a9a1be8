import type { Follow } from '../inbox/module.ts';

/** Follows what becomes of the messages of reminders. */
export const followReminders: Follow = async () => {};
