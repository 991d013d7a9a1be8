import { showSecondDate } from '../../contract/calendar/show-second-date.ts';
import type { Read } from '../platform/scope.ts';

/** How dates are written in the second calendar of the organisation, in its language; null without one. */
export async function findSecondDates(read: Read): Promise<(date: string) => string | null> {
  const row = await read.db
    .selectFrom('organisation')
    .select(['second_calendar', 'second_calendar_offset', 'locale'])
    .where('id', '=', read.tenant.id)
    .executeTakeFirstOrThrow();
  const choice = { calendar: row.second_calendar, offsetDays: row.second_calendar_offset };
  return (date) => showSecondDate(date, choice, row.locale) ?? null;
}
