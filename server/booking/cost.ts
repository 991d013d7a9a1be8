import type { Cost } from '../../contract/booking/reservation.ts';
import type { Resource } from '../../contract/resources/resource.ts';

/** What a stay costs: the price of an hour by the minute, rounded to the nearest minor unit. */
export function costOf(price: Resource['price'], minutes: number): Cost | null {
  if (price === null) return null;
  // Whole numbers all the way: half a unit rounds up.
  const amount = Math.floor((price.per_hour * minutes * 2 + 60) / 120);
  return { amount, currency: price.currency };
}
