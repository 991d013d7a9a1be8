import { readBookingCalendar as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found, invalid } from '../platform/problem.ts';
import { getResource } from '../resources/module.ts';
import { dateAt, datesBetween } from '../timeline/module.ts';
import { bookingDay, placed, type Taken } from './booking-day.ts';
import { loadBurden } from './burden.ts';
import { findTaken, findUnits } from './calendar-store.ts';
import { loadGround } from './judge.ts';

const daysMost = 62;

/** Days of a resource, for anyone who may reserve: hours, slots, what is taken. A handful of queries, however many days. */
export const readBookingCalendar = query(route, async (view, { query }) => {
  const { start_date: from, end_date: until } = query;
  checkDates(from, until);
  const resource = found(await getResource(view, query.resource));
  const today = dateAt(view.now, view.tenant.timeZone);
  const { personId: id, role } = view.by;
  const [ground, rows, units, load] = await Promise.all([
    loadGround(view, resource),
    findTaken(view, resource.id, from, until),
    findUnits(view, resource),
    // What is past needs no approval.
    loadBurden(view, id, [from, today].sort()[1] as string),
  ]);
  const around = { view, ground, booker: { id, role }, load, units };
  const taken = Map.groupBy(rows.map(placed), ({ row }): string => row.date);
  const none: Taken[] = [];
  return {
    start_date: from,
    end_date: until,
    resource: resource.id,
    resource_name: resource.name,
    time_zone: view.tenant.timeZone,
    calendar: datesBetween(from, until).map((date) =>
      bookingDay(around, date, taken.get(date) ?? none),
    ),
  };
});

function checkDates(from: string, until: string): void {
  const days = Temporal.PlainDate.from(from).until(until).days;
  if (days < 0) throw invalid({ end_date: ['Must not be before start_date.'] });
  if (days < daysMost) return;
  throw invalid({ end_date: [`At most ${daysMost} days at once.`] });
}
