import { setAvailability as route } from '../../contract/routes.ts';
import { getPerson, knownTimeZone, lockPerson } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found, invalid, notFound } from '../platform/problem.ts';
import { replaceSaid } from './availability-store.ts';
import { speaksFor } from './policy.ts';
import { availabilityOf } from './read-availability.ts';
import { saidOf } from './weekly-hours.ts';

/** Someone says anew when in a usual week they can be on, and when not. */
export const setAvailability = action(route, async (tx, { params, body }) => {
  if (!speaksFor(tx.by, params.id)) throw notFound();
  found(await lockPerson(tx, params.id));
  const person = found(await getPerson(tx, params.id));
  const zone = zoneOf(body.time_zone) ?? person.time_zone ?? tx.tenant.timeZone;
  const before = await availabilityOf(tx, person.id, person.time_zone);

  await replaceSaid(tx, person.id, saidOf(body.hours, zone));
  const after = await availabilityOf(tx, person.id, zone);
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    await record(tx, 'availability.updated', person.id, { before, after });
  }
  return after;
});

function zoneOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  const zone = knownTimeZone(given);
  if (zone) return zone;
  throw invalid({ time_zone: ['Give an IANA time zone, like Europe/London.'] });
}
