import type { Input } from '../../contract/platform/route.ts';
import { editMe as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { found, invalid, unauthenticated } from '../platform/problem.ts';
import { unsafeFindMemberships } from './account-store.ts';
import { changesOf, limitsOf, phoneChange } from './person-change.ts';
import {
  changePerson,
  getPerson,
  lockPerson,
  type PersonChange,
  type PersonRow,
} from './person-store.ts';
import { presentMe } from './present-person.ts';
import { knownTimeZone } from './time-zone.ts';

/** Changes what I say of myself in this organisation. Looks across organisations to show mine. */
export const editMe = publicCall(route, async ({ app, caller, body, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  const person = await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    await lockPerson(tx, by.personId);
    const before = found(await getPerson(tx, by.personId));
    const change = changeOf(before, body);
    const changes = changesOf(before, change);
    if (Object.keys(changes).length === 0) return before;
    await changePerson(tx, by.personId, change);
    await record(tx, 'person.updated', by.personId, { full_name: before.full_name, changes });
    return found(await getPerson(tx, by.personId));
  });
  const memberships = await unsafeFindMemberships(app.systemPool, by.accountId);
  return presentMe(person, tenant, memberships);
});

function changeOf(person: PersonRow, body: Input<typeof route>['body']): PersonChange {
  const { first_name, last_name, time_zone, language, daily_hours_limit, rest_hours_min } = body;
  return {
    ...(first_name !== undefined && { first_name }),
    ...(last_name !== undefined && { last_name }),
    ...(time_zone !== undefined && { time_zone: zoneOf(time_zone) }),
    ...(language !== undefined && { language: languageOf(language) }),
    ...phoneChange(person, body.phone_number),
    ...limitsOf({ daily_hours_limit, rest_hours_min }),
  };
}

function zoneOf(given: string): string | null {
  if (given === '') return null;
  const zone = knownTimeZone(given);
  if (zone) return zone;
  throw invalid({ time_zone: ['Give an IANA time zone, like Europe/London.'] });
}

// As BCP 47 writes it: `en-gb` is `en-GB`.
function languageOf(given: string): string | null {
  if (given === '') return null;
  try {
    return Intl.getCanonicalLocales(given)[0] ?? null;
  } catch {
    throw invalid({ language: ['Give a language tag, like en or en-GB.'] });
  }
}
