import { type App, write } from '../platform/app.ts';
import { ConfigError } from '../platform/config.ts';
import { newId } from '../platform/id.ts';
import type { Tenant } from '../platform/scope.ts';
import { tenantOf } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { createOrganisation, type Founding } from './create-organisation.ts';
import { createPerson } from './create-person.ts';
import { unsafeFreeSlug } from './organisation-store.ts';
import { hashPassword } from './password.ts';
import { checkNewPassword } from './password-rules.ts';
import { slugOf } from './slug.ts';
import { knownTimeZone } from './time-zone.ts';

/** Who is to be owner or admin, and of what: an organisation by slug (null: the only one) or a new one. */
export type AdminToCreate = {
  email: string;
  firstName: string;
  lastName: string;
  password: string;
  role: 'owner' | 'admin';
  organisation: { slug: string | null } | { name: string; timeZone: string };
};

/**
 * Puts an owner or admin into the directory, verified, without any letter: for whoever runs the
 * program. Someone with an account keeps its password (`hadAccount`). 400 for a weak password,
 * 409 `person_exists`, ConfigError for an organisation that is not there.
 */
export async function unsafeCreateAdmin(
  app: App,
  founding: readonly Founding[],
  wish: AdminToCreate,
): Promise<{ organisation: string; hadAccount: boolean }> {
  const { email, firstName, lastName, password, role } = wish;
  checkNewPassword(password, [firstName, lastName, email]);
  const passwordHash = await hashPassword(password);
  const isNew = 'name' in wish.organisation;
  const tenant = isNew
    ? await newTenant(app, wish.organisation as { name: string; timeZone: string })
    : await knownTenant(app, (wish.organisation as { slug: string | null }).slug);
  const person = { email, firstName, lastName, role, passwordHash, verified: true };
  const { account } = await write(app, tenant, {}, async (tx) => {
    if (isNew) await createOrganisation(tx, founding);
    return createPerson(tx, person);
  });
  return { organisation: tenant.name, hadAccount: account.password_hash !== passwordHash };
}

async function newTenant(app: App, wish: { name: string; timeZone: string }): Promise<Tenant> {
  const timeZone = knownTimeZone(wish.timeZone);
  if (!timeZone) throw new ConfigError(`${wish.timeZone} is no time zone; one is Europe/London.`);
  const slug = await unsafeFreeSlug(app.systemPool, slugOf(wish.name));
  return { id: newId(), name: wish.name, slug, timeZone, off: [] };
}

async function knownTenant(app: App, slug: string | null): Promise<Tenant> {
  const rows = await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('organisation')
      .select(['id', 'name', 'slug', 'time_zone', 'systems_off'])
      .orderBy('slug')
      .execute(),
  );
  const fitting = slug === null ? rows : rows.filter((row) => row.slug === slug);
  const [row, another] = fitting;
  if (row && !another) return tenantOf(row);
  const known = rows.map((one) => one.slug).join(', ');
  throw new ConfigError(
    rows.length === 0
      ? 'There is no organisation yet: make one with --new-organisation.'
      : `Say which organisation with --organisation: ${known}.`,
  );
}
