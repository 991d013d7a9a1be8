import { sql } from 'kysely';
import type { Read, Tx } from '../platform/scope.ts';
import type { Said } from './weekly-hours.ts';

/** What people say of their usual weeks, by person; all of the organisation, or some. */
export async function findSaid(
  read: Read,
  personIds?: readonly string[],
): Promise<Map<string, Said[]>> {
  const rows = await read.db
    .selectFrom('availability')
    .select(['person_id', 'weekday', 'start_minute', 'end_minute', 'available', 'zone'])
    .where('organisation_id', '=', read.tenant.id)
    .$if(personIds !== undefined, (all) =>
      all.where('person_id', '=', sql<string>`any(${personIds ?? []}::uuid[])`),
    )
    .orderBy('weekday')
    .orderBy('start_minute')
    .execute();
  const said = rows.map(({ person_id, weekday, start_minute, end_minute, available, zone }) => ({
    ...{ person_id, weekday, available, zone },
    ...{ startMinute: start_minute, endMinute: end_minute },
  }));
  return Map.groupBy(said, (row) => row.person_id);
}

/** Puts what someone says in the place of what they said before. */
export async function replaceSaid(tx: Tx, personId: string, said: readonly Said[]): Promise<void> {
  await tx.db
    .deleteFrom('availability')
    .where('organisation_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .execute();
  if (said.length === 0) return;
  const rows = said.map(({ weekday, startMinute, endMinute, available, zone }) => ({
    organisation_id: tx.tenant.id,
    person_id: personId,
    ...{ weekday, available, zone },
    ...{ start_minute: startMinute, end_minute: endMinute },
  }));
  await tx.db.insertInto('availability').values(rows).execute();
}
