import type { Preferences } from '../../contract/registrations/registration.ts';
import { asE164 } from '../platform/channels/phone.ts';
import { invalid } from '../platform/problem.ts';

/** A number in E.164; 400 on `phone`. */
export function phoneOf(given: string): string {
  const number = asE164(given);
  if (number) return number;
  throw invalid({ phone: ['Begin with the country, like +44 20 7946 0000.'] });
}

/** A roster as preferences are held against it. */
export type Asked = {
  roster: { start_date: string; end_date: string };
  duties: readonly { id: string }[];
};

/** Preferences of duties and dates that the roster has; 400 on `preferences` when it has not. */
export function checkPreferences(
  { duty_types = [], dates_not = [] }: Preferences,
  { roster, duties }: Asked,
): { dutyTypes: string[]; datesNot: string[] } {
  const known = new Set(duties.map(({ id }) => id));
  if (duty_types.some((id) => !known.has(id))) {
    throw invalid({ 'preferences.duty_types': ['Name duties that the roster has.'] });
  }
  const isOutside = (date: string) => date < roster.start_date || date > roster.end_date;
  if (dates_not.some(isOutside)) {
    const span = `${roster.start_date} to ${roster.end_date}`;
    throw invalid({ 'preferences.dates_not': [`Name dates of the roster: ${span}.`] });
  }
  return { dutyTypes: duty_types, datesNot: dates_not.toSorted() };
}
