import './tables.ts';
import type { Module } from '../platform/module.ts';
import { dayCalendar } from './day-calendar.ts';
import { exportMonth } from './export-month.ts';
import { fetchFeed } from './fetch-feed.ts';
import { makeFeed } from './make-feed.ts';
import { monthCalendar } from './month-calendar.ts';
import { printMonth } from './print-month.ts';
import { readFeed } from './read-feed.ts';
import { revokeFeed } from './revoke-feed.ts';
import { weekCalendar } from './week-calendar.ts';

/** What people see of the rota: calendars on screens, on paper and in their own calendar programs. */
export const calendar: Module = {
  name: 'calendar',
  endpoints: [
    ...[monthCalendar, weekCalendar, dayCalendar],
    ...[exportMonth, printMonth],
    ...[makeFeed, readFeed, revokeFeed, fetchFeed],
  ],
};
