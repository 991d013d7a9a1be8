import type { SecondCalendarChoice } from '../../../contract/calendar/second-calendar.ts';
import * as calendar from '../../../contract/calendar/show-second-date.ts';
import { dateLocale } from './format.ts';

/** A date in the organisation's second calendar, if it has one. */
export function showSecondDate(date: string, choice: SecondCalendarChoice): string | undefined {
  return calendar.showSecondDate(date, choice, dateLocale());
}

/** Its day and month alone, for lists of dates. */
export function showSecondDay(date: string, choice: SecondCalendarChoice): string | undefined {
  return calendar.showSecondDay(date, choice, dateLocale());
}

/** The months of the second calendar that a month reaches over. */
export function showSecondMonths(
  year: number,
  month: number,
  choice: SecondCalendarChoice,
): string | undefined {
  return calendar.showSecondMonths(year, month, choice, dateLocale());
}
