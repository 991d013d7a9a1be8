import { asE164 } from '../platform/channels/phone.ts';
import { invalid } from '../platform/problem.ts';
import type { PersonChange, PersonRow } from './person-store.ts';

/** Another phone number in E.164, or none for an empty text; it is not verified. 400 on `phone_number`. */
export function phoneChange(person: PersonRow, given: string | undefined): PersonChange {
  if (given === undefined) return {};
  const number = phoneOf(given);
  return number === person.phone_number ? {} : { phone_number: number, phone_verified_at: null };
}

/** Working limits as they are stored; 0 lifts one. */
export function limitsOf(body: {
  daily_hours_limit: number | undefined;
  rest_hours_min: number | undefined;
}): PersonChange {
  const { daily_hours_limit: daily, rest_hours_min: rest } = body;
  return {
    ...(daily !== undefined && { daily_limit_minutes: daily * 60 || null }),
    ...(rest !== undefined && { rest_minutes_min: rest * 60 || null }),
  };
}

/** E.164, or null for none. 400 on `phone_number`. */
function phoneOf(text: string): string | null {
  if (text === '') return null;
  const number = asE164(text);
  if (number) return number;
  throw invalid({ phone_number: ['Begin with the country, like +44 20 7946 0000.'] });
}

/** What a change makes different: before and after by column, for the journal. */
export function changesOf(person: PersonRow, change: PersonChange): Record<string, unknown[]> {
  const fields = Object.keys(change) as (keyof PersonChange)[];
  const changed = fields.filter((field) => person[field] !== change[field]);
  return Object.fromEntries(changed.map((field) => [field, [person[field], change[field]]]));
}
