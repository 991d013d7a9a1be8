import { useQuery } from '@tanstack/react-query';
import type { SecondCalendarChoice } from '../../../contract/calendar/second-calendar.ts';
import { readOrganisation } from '../../../contract/organisations/read-organisation.ts';
import { queryOf } from './query.ts';

export const organisationQuery = queryOf(readOrganisation, {});

/** How the organisation writes its calendar: the first day of the week (Monday is 1), a second calendar. */
export function useCalendarSettings(): {
  week_start: number;
  second_calendar: SecondCalendarChoice;
} {
  const settings = useQuery(organisationQuery).data;
  return {
    week_start: settings?.week_start ?? 1,
    second_calendar: {
      calendar: settings?.second_calendar ?? 'none',
      offsetDays: settings?.second_calendar_offset ?? 0,
    },
  };
}
