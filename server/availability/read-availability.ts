import type { Availability } from '../../contract/availability/weekly-hours.ts';
import { readAvailability as route } from '../../contract/routes.ts';
import { getPerson } from '../identity/module.ts';
import { query } from '../platform/action.ts';
import { found, notFound } from '../platform/problem.ts';
import type { Read } from '../platform/scope.ts';
import { findSaid } from './availability-store.ts';
import { speaksFor } from './policy.ts';
import { timeOf } from './weekly-hours.ts';

/** What someone says of their usual week. */
export const readAvailability = query(route, async (view, { params }) => {
  if (!speaksFor(view.by, params.id)) throw notFound();
  const person = found(await getPerson(view, params.id));
  return availabilityOf(view, person.id, person.time_zone);
});

/** A person's usual week as the API shows it; `zone` is the one of what is said next. */
export async function availabilityOf(
  read: Read,
  personId: string,
  zone: string | null,
): Promise<Availability> {
  const said = (await findSaid(read, [personId])).get(personId) ?? [];
  return {
    time_zone: said[0]?.zone ?? zone ?? read.tenant.timeZone,
    hours: said.map(({ weekday, startMinute, endMinute, available }) => ({
      ...{ weekday, available },
      ...{ start_time: timeOf(startMinute), end_time: timeOf(endMinute) },
    })),
  };
}
