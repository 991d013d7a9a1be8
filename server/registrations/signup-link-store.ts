import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { violates } from '../platform/postgres-error.ts';
import { Refusal } from '../platform/problem.ts';
import type { Read, Tenant, Tx } from '../platform/scope.ts';
import { tenantOf } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';

/** Links with their roster, who made them and how many came by them. */
export function selectLinks(read: Read) {
  return read.db
    .selectFrom('signup_link as link')
    .innerJoin('roster', (join) =>
      join
        .onRef('roster.organisation_id', '=', 'link.organisation_id')
        .onRef('roster.id', '=', 'link.roster_id'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'link.organisation_id')
        .onRef('person.id', '=', 'link.made_by'),
    )
    .select(['link.id', 'link.code', 'link.roster_id', 'link.closes_on', 'link.made_at'])
    .select(['link.revoked_at', 'roster.name as roster_name', 'roster.end_date'])
    .select(['roster.deleted_at as roster_deleted_at', 'person.full_name as made_by_name'])
    .select(({ selectFrom }) =>
      selectFrom('registration')
        .select(sql<number>`count(*)::integer`.as('count'))
        .whereRef('registration.organisation_id', '=', 'link.organisation_id')
        .whereRef('registration.link_id', '=', 'link.id')
        .$asScalar()
        .$notNull()
        .as('registrations'),
    )
    .where('link.organisation_id', '=', read.tenant.id);
}

export type LinkRow = NonNullable<Awaited<ReturnType<typeof getLink>>>;

/** A link that is not revoked. */
export function getLink(read: Read, id: string) {
  return selectLinks(read)
    .where('link.id', '=', id)
    .where('link.revoked_at', 'is', null)
    .executeTakeFirst();
}

/** The same, locked for a change. */
export async function lockLink(tx: Tx, id: string): Promise<LinkRow | undefined> {
  await tx.db
    .selectFrom('signup_link')
    .select('id')
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return getLink(tx, id);
}

// Without I, L, O, 0 and 1: the code is read aloud and typed by hand.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code that nobody guesses: 12 characters, some 59 bits. */
export function newCode(): string {
  return Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Writes a link; 409 `code_taken` when another has its code, of whatever organisation. */
export async function insertLink(
  tx: Tx,
  link: { roster: string; code: string; closesOn: string | null },
): Promise<string> {
  const id = newId();
  await freeOr(
    tx.db
      .insertInto('signup_link')
      .values({
        ...{ organisation_id: tx.tenant.id, id, roster_id: link.roster, code: link.code },
        ...{ closes_on: link.closesOn, made_by: tx.by?.personId ?? null },
        made_at: tx.now.toString(),
      })
      .execute(),
  );
  return id;
}

export type LinkChange = { code?: string; closes_on?: string | null; revoked_at?: string };

/** Changes a link that is locked; 409 `code_taken` as above. */
export async function updateLink(tx: Tx, id: string, change: LinkChange): Promise<void> {
  await freeOr(
    tx.db
      .updateTable('signup_link')
      .set(change)
      .where('organisation_id', '=', tx.tenant.id)
      .where('id', '=', id)
      .execute(),
  );
}

async function freeOr<T>(written: Promise<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    if (!violates(error, 'signup_link_code')) throw error;
    throw new Refusal(409, 'code_taken', 'Another link has this code. Choose another.');
  }
}

/** What a code leads to. */
export type OpenedLink = {
  id: string;
  tenant: Tenant;
  /** The organisation's language. */
  locale: string;
  rosterId: string;
  closesOn: string | null;
};

/** The link with this code that is not revoked, of whatever organisation. */
export async function unsafeFindLink(app: App, code: string): Promise<OpenedLink | undefined> {
  const row = await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('signup_link as link')
      .innerJoin('organisation as o', 'o.id', 'link.organisation_id')
      .select(['o.id', 'o.name', 'o.slug', 'o.time_zone', 'o.systems_off', 'o.locale'])
      .select(['link.id as link_id', 'link.roster_id', 'link.closes_on'])
      .where('link.code', '=', code)
      .where('link.revoked_at', 'is', null)
      .executeTakeFirst(),
  );
  if (!row) return undefined;
  const { link_id: id, roster_id: rosterId, closes_on: closesOn, locale, ...organisation } = row;
  return { id, tenant: tenantOf(organisation), locale, rosterId, closesOn };
}

/** A roster that is not deleted. */
export function getRosterOf(read: Read, id: string) {
  return read.db
    .selectFrom('roster')
    .select(['id', 'name', 'start_date', 'end_date'])
    .where('organisation_id', '=', read.tenant.id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** The duties of a roster that people can ask for, in the order of its grid. */
export function findDutiesOf(read: Read, rosterId: string) {
  return read.db
    .selectFrom('roster_duty_type as held')
    .innerJoin('duty_type', (join) =>
      join
        .onRef('duty_type.organisation_id', '=', 'held.organisation_id')
        .onRef('duty_type.id', '=', 'held.duty_type_id'),
    )
    .select(['duty_type.id', 'duty_type.name', 'duty_type.start_time', 'duty_type.end_time'])
    .select(['duty_type.sun_event', 'duty_type.colour'])
    .where('held.organisation_id', '=', read.tenant.id)
    .where('held.roster_id', '=', rosterId)
    .where('held.removed_at', 'is', null)
    .where('duty_type.active', '=', true)
    .where('duty_type.deleted_at', 'is', null)
    .orderBy('held.position')
    .orderBy('duty_type.id')
    .execute();
}
