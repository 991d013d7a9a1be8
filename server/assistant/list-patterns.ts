import { weekdayNames } from '../../contract/assistant/list-patterns.ts';
import { listPatterns as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { decides } from '../rota/module.ts';
import { hoursText } from '../timeline/module.ts';
import { findPatterns } from './pattern-store.ts';

/** What people usually work, by name: own, or everyone's for who decides. */
export const listPatterns = query(route, async (view) => {
  const rows = await findPatterns(view, decides(view.by) ? null : view.by.personId);
  return rows.map((row) => ({
    person: row.person_id,
    name: row.full_name,
    usual_weekdays: row.weekdays.map(({ weekday, count }) => ({
      weekday: weekdayNames[weekday - 1] as (typeof weekdayNames)[number],
      count,
    })),
    usual_start_hours: row.start_hours,
    mean_hours: hoursText(row.mean_minutes),
    weekly_hours: hoursText(row.weekly_minutes),
    shift_count: row.shift_count,
    weeks: row.weeks,
    computed_at: row.computed_at,
  }));
});
