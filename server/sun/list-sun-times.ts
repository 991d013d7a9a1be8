import { sunEvents } from '../../contract/duty/duty-type.ts';
import type { Answer } from '../../contract/platform/route.ts';
import { listSunTimes as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { addDays, datesBetween } from '../timeline/module.ts';
import { findSunPlace } from './place-store.ts';
import { type SunMoment, sunTimes } from './sun-times.ts';

/** The times of the sun at the place of the organisation, day by day. */
export const listSunTimes = query(route, async (view, { query: { from, days = 1 } }) => {
  const place = await findSunPlace(view);
  return datesBetween(from, addDays(from, days - 1)).map((date) => {
    const times = place && sunTimes(date, place, view.tenant.timeZone);
    const shown = sunEvents.map((event) => [event, present(times?.[event] ?? null)]);
    return { date, ...Object.fromEntries(shown) } as Answer<typeof route>[number];
  });
});

function present(moment: SunMoment | null) {
  if (!moment) return null;
  const minute = ((moment.minute % 1440) + 1440) % 1440;
  const two = (number: number) => String(number).padStart(2, '0');
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
  return { time, next_day: moment.minute >= 1440, at: moment.at };
}
