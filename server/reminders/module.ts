import './tables.ts';
import type { Module } from '../platform/module.ts';

export { cancelReminder } from './cancel-reminder.ts';
export { followReminders } from './follow-reminders.ts';
export { type Assignment, planReminder, planReminders } from './plan-reminder.ts';

/** Whoever has a duty is reminded of it, once on each channel, and can answer. */
export const reminders: Module = { name: 'reminders', endpoints: [] };
