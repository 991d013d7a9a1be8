import { sql } from 'kysely';
import type { App } from '../platform/app.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';

/** Active people with this number (E.164), in all organisations, however they wrote it. */
export async function unsafeFindPeopleByPhone(app: App, number: string) {
  const digits = number.replace('+', '');
  return unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('person')
      .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
      .select(['person.organisation_id', 'person.id', 'organisation.name as organisation'])
      .where('person.phone_number', 'is not', null)
      .where(
        sql<string>`regexp_replace(regexp_replace(person.phone_number, '\\D', '', 'g'), '^00', '')`,
        '=',
        digits,
      )
      .where('person.active', '=', true)
      .orderBy('organisation.name')
      .orderBy('person.id')
      .execute(),
  );
}
