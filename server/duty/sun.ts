import type { SunEvent } from '../../contract/duty/duty-type.ts';
import type { Refused } from '../platform/problem.ts';
import type { Read } from '../platform/scope.ts';
import { findSunPlace, type SunTimes, sunTimes, whyNoSunTime } from '../sun/module.ts';
import type { SunOf } from './duty-span.ts';
import type { DutyTypeRow } from './duty-type-store.ts';

/** When the sun's events are at the place of the organisation, looked up only if a duty follows the sun. */
export async function findSun(
  read: Read,
  types: readonly Pick<DutyTypeRow, 'sun_event'>[],
): Promise<SunOf> {
  const follows = types.some((type) => type.sun_event !== null);
  const place = follows ? await findSunPlace(read) : null;
  if (!place) return () => noPlace;
  const days = new Map<string, SunTimes>();
  return (event: SunEvent, date: string) => {
    const day = days.get(date) ?? sunTimes(date, place, read.tenant.timeZone);
    days.set(date, day);
    const moment = day[event];
    return moment ? Temporal.Instant.from(moment.at) : whyNoSunTime(event, date);
  };
}

const noPlace: Refused = {
  code: 'sun_unknown',
  detail: 'This duty follows the sun. Set the place of the organisation first, in its settings.',
};
