import type { Refused } from '../platform/problem.ts';
import { namesOf } from './duty-type.ts';

const daysMax = 366;
const listedMax = 100;

/** What the rules look at. */
type Dates = { start_date: string; end_date: string };
/** An assignment that stands, as refusals list it. */
export type Standing = {
  id: string;
  date: string;
  duty_type: string;
  person: string;
  person_name: string;
};

/** A roster ends on or after its first day and lasts a leap year at most. */
export function whyNoDates({ start_date, end_date }: Dates): Refused | null {
  if (end_date < start_date) return invalidEnd('Must not be before the start date.');
  const days = Temporal.PlainDate.from(start_date).until(end_date).days + 1;
  return days > daysMax ? invalidEnd(`A roster lasts ${daysMax} days at most.`) : null;
}

function invalidEnd(sentence: string): Refused {
  return {
    code: 'invalid',
    status: 400,
    detail: `end_date: ${sentence}`,
    facts: { errors: { end_date: [sentence] } },
  };
}

/** Whoever would lie outside the new dates or duties stands in the way. */
export function whyShrinks(
  standing: readonly Standing[],
  { start_date, end_date }: Dates,
  dutyTypes: readonly string[],
): Refused | null {
  const outside = standing.filter(
    ({ date, duty_type }) => date < start_date || date > end_date || !dutyTypes.includes(duty_type),
  );
  if (outside.length === 0) return null;
  return {
    code: 'roster_shrinks',
    detail: `Outside of it there would be ${namesOf(outside)}. Unlock or move these first.`,
    facts: { assignments: outside.slice(0, listedMax) },
  };
}

/** A roster goes only when nobody is assigned in it. */
export function whyNotDelete(standing: readonly Standing[]): Refused | null {
  if (standing.length === 0) return null;
  return {
    code: 'roster_has_duties',
    detail: `The roster has ${namesOf(standing)}. Unlock these first.`,
    facts: { assignments: standing.slice(0, listedMax) },
  };
}
