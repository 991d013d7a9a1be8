import type { Wanted } from '../../contract/trades/trade-wish.ts';
import type { Refused } from '../platform/problem.ts';

/** A reservation as wishes look at it. */
export type Wish = {
  id: string;
  resource_id: string;
  date: string;
  start_time: string;
  end_time: string;
};

/** Whether someone would take a reservation: it is one of those named, or fits all else that is said. */
export function wants(wanted: Wanted, one: Wish): boolean {
  if (wanted.reservations?.includes(one.id)) return true;
  const { resource, from_date: from, until_date: until, start_time: start, end_time: end } = wanted;
  if (![resource, from, until, start, end].some((said) => said !== undefined)) return false;
  return (
    (resource === undefined || resource === one.resource_id) &&
    (from === undefined || one.date >= from) &&
    (until === undefined || one.date <= until) &&
    (start === undefined || one.start_time.slice(0, 5) >= start.slice(0, 5)) &&
    (end === undefined || endOf(one.end_time) <= endOf(end))
  );
}

/** A wish says something, and nothing that contradicts itself. */
export function whyNotWanted(wanted: Wanted): Refused | null {
  if (Object.keys(wanted).length === 0) {
    return refusal('wanted', 'Say which reservations, or which resource and time.');
  }
  const { from_date: from, until_date: until, start_time: start, end_time: end } = wanted;
  if (from !== undefined && until !== undefined && until < from) {
    return refusal('wanted.until_date', `Must not be before ${from}.`);
  }
  if (start !== undefined && end !== undefined && endOf(end) <= start.slice(0, 5)) {
    return refusal('wanted.end_time', 'End must be after start.');
  }
  return null;
}

/** 00:00 is the midnight that ends the day. */
function endOf(time: string): string {
  return time.startsWith('00:00') ? '24:00' : time.slice(0, 5);
}

function refusal(field: string, sentence: string): Refused {
  return {
    code: 'invalid',
    status: 400,
    detail: `${field}: ${sentence}`,
    facts: { errors: { [field]: [sentence] } },
  };
}
