import { monthCalendar as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { readMonth } from './read-month.ts';

/** A month by weeks, Monday first. */
export const monthCalendar = query(route, readMonth);
