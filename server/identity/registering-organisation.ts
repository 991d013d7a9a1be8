import type { RequestFacts } from '../platform/action.ts';
import type { App } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { invalid, Refusal } from '../platform/problem.ts';
import type { Tenant, Tx } from '../platform/scope.ts';
import { lockFoundings, unsafeFreeSlug, unsafeIsEmpty } from './organisation-store.ts';
import { isSetupToken } from './setup-token.ts';
import { slugOf } from './slug.ts';
import { knownTimeZone } from './time-zone.ts';
import { type WayIn, wayByCode, wayByInvitation } from './way-in.ts';

type Given = {
  organisation_name?: string;
  time_zone?: string;
  join_code?: string;
  invite?: string;
  setup_token?: string;
};

/** Where someone registers: an organisation to found (not written yet), or the way into one. 400 naming the field, 403 `signup_closed`. */
export async function whereToRegister(
  app: App,
  facts: RequestFacts,
  given: Given & { email: string },
): Promise<{ tenant: Tenant; way: WayIn | null }> {
  const { organisation_name: name, join_code: code, invite } = given;
  const fields = { organisation_name: name, join_code: code, invite };
  const [field, other] = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (other) throw invalid({ [other[0]]: [`Give ${field?.[0]} or ${other[0]}, not both.`] });
  const email = given.email.toLowerCase();
  if (name !== undefined) {
    return {
      ...(await organisationToFound(app, { ...given, organisation_name: name })),
      way: null,
    };
  }
  if (code !== undefined) return wayTo(await wayByCode(app, facts, code, email));
  if (invite !== undefined) return wayTo(await wayByInvitation(app, facts, invite, email));
  throw invalid({ organisation_name: ['Give organisation_name, or a join_code or invite.'] });
}

const wayTo = (way: WayIn) => ({ tenant: way.tenant, way });

/** The organisation to found, not written yet. 400 naming the field, 403 `signup_closed`. */
export async function organisationToFound(
  app: App,
  given: Given & { organisation_name: string },
): Promise<{ tenant: Tenant }> {
  const timeZone = timeZoneOf(given.time_zone);
  await checkMayFound(app, given.setup_token);
  const name = given.organisation_name;
  const slug = await unsafeFreeSlug(app.systemPool, slugOf(name));
  return { tenant: { id: newId(), name, slug, timeZone } };
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
