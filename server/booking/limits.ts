import type { BookingSettings } from '../../contract/resources/booking-settings.ts';
import type { OwnSettings } from '../../contract/resources/own-settings.ts';
import type { Refused } from '../platform/problem.ts';
import { hoursText } from '../timeline/module.ts';
import type { Burden } from './burden.ts';

/**
 * Whether someone has as many reservations, or hours in the week, as one person may. The organisation's
 * limits count all resources; a resource's own count what is of it.
 */
export function whyTooMany(
  minutes: number,
  burden: Burden,
  settings: BookingSettings,
  own: OwnSettings,
): Refused | null {
  const { live_reservations_max: most, weekly_hours_max: hours } = settings;
  const live = own.live_reservations_max === null ? burden.live : burden.liveHere;
  if (most !== null && live >= most) {
    return {
      code: 'too_many_reservations',
      detail: `One person may have ${most} at once, and ${live} have not ended yet.`,
      facts: { live_reservations: live, live_reservations_max: most },
    };
  }
  const after = (own.weekly_hours_max === null ? burden.week : burden.weekHere) + minutes;
  if (hours === null || after <= hours * 60) return null;
  return {
    code: 'too_many_hours',
    detail: `That would be ${hoursText(after)} hours in that week; one person may have ${hours}.`,
    facts: { weekly_hours_after: hoursText(after), weekly_hours_max: hours },
  };
}
