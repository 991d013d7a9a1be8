import type { SecondCalendarChoice } from '../../contract/calendar/second-calendar.ts';
import type { Read } from '../platform/scope.ts';

/** The second calendar of the organisation, with its days ahead. */
export async function findSecondCalendar(read: Read): Promise<SecondCalendarChoice> {
  const { second_calendar: calendar, second_calendar_offset: offsetDays } = await read.db
    .selectFrom('organisation')
    .select(['second_calendar', 'second_calendar_offset'])
    .where('id', '=', read.tenant.id)
    .executeTakeFirstOrThrow();
  return { calendar, offsetDays };
}
