import type { App } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { invalid, Refusal } from '../platform/problem.ts';
import type { Tenant, Tx } from '../platform/scope.ts';
import {
  lockFoundings,
  unsafeFindByJoinCode,
  unsafeFreeSlug,
  unsafeIsEmpty,
} from './organisation-store.ts';
import { isSetupToken } from './setup-token.ts';
import { slugOf } from './slug.ts';
import { knownTimeZone } from './time-zone.ts';

type Given = {
  organisation_name?: string;
  time_zone?: string;
  join_code?: string;
  setup_token?: string;
};

/** The organisation to found (not written yet) or to join. 400 naming the field, 403 `signup_closed`. */
export async function organisationToRegister(
  app: App,
  given: Given,
): Promise<{ tenant: Tenant; founds: boolean }> {
  const { organisation_name: name, join_code: code } = given;
  if (name !== undefined && code !== undefined) {
    throw invalid({ join_code: ['Give organisation_name or join_code, not both.'] });
  }
  if (name !== undefined) {
    const timeZone = timeZoneOf(given.time_zone);
    await checkMayFound(app, given.setup_token);
    const slug = await unsafeFreeSlug(app.systemPool, slugOf(name));
    return { tenant: { id: newId(), name, slug, timeZone }, founds: true };
  }
  if (code === undefined) {
    throw invalid({ organisation_name: ['Give organisation_name, or a join_code.'] });
  }
  const tenant = await unsafeFindByJoinCode(app.systemPool, code);
  if (!tenant) throw invalid({ join_code: ['No organisation has this code.'] });
  return { tenant, founds: false };
}

/** Checks again in the transaction, one founding after the other: the set-up token is for one. */
export async function holdFounding(
  app: App,
  tx: Tx,
  setupToken: string | undefined,
): Promise<void> {
  if (app.config.local) return;
  await lockFoundings(tx);
  await checkMayFound(app, setupToken);
}

async function checkMayFound(app: App, setupToken: string | undefined): Promise<void> {
  if (app.config.local) return;
  const empty = await unsafeIsEmpty(app.systemPool);
  const may = empty ? await isSetupToken(app.config, setupToken) : app.config.openSignup;
  if (may) return;
  throw new Refusal(
    403,
    'signup_closed',
    empty
      ? 'The first organisation needs the set-up token that the program printed at its start.'
      : 'New organisations can’t be made here. Ask for a join code.',
  );
}

function timeZoneOf(given = 'Europe/London'): string {
  const timeZone = knownTimeZone(given);
  if (timeZone) return timeZone;
  throw invalid({ time_zone: ['Give an IANA time zone, like Europe/London.'] });
}
