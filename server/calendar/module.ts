import type { Module } from '../platform/module.ts';
import { dayCalendar } from './day-calendar.ts';
import { monthCalendar } from './month-calendar.ts';
import { weekCalendar } from './week-calendar.ts';

/** What people see of the rota: calendars on screens, on paper and in their own calendar programs. */
export const calendar: Module = {
  name: 'calendar',
  endpoints: [monthCalendar, weekCalendar, dayCalendar],
};
