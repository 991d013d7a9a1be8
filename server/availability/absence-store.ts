import type { Read, Tx } from '../platform/scope.ts';
import type { AbsenceSpan } from './absence.ts';

/** An absence with the name of whose it is. */
export type AbsenceRow = Awaited<ReturnType<typeof getAbsence>> & {};

/** Absences of the organisation, with names. */
export function selectAbsences(read: Read) {
  return read.db
    .selectFrom('absence as a')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['a.id', 'a.person_id', 'a.local_start', 'a.local_end', 'a.zone', 'a.starts_at'])
    .select(['a.ends_at', 'a.reason', 'a.parts', 'a.cancelled_at', 'p.full_name', 'p.email'])
    .where('a.organisation_id', '=', read.tenant.id);
}

/** One absence of the organisation. */
export function getAbsence(read: Read, id: string) {
  return selectAbsences(read).where('a.id', '=', id).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export function lockAbsence(tx: Tx, id: string) {
  return selectAbsences(tx).where('a.id', '=', id).forNoKeyUpdate('a').executeTakeFirst();
}

/** Writes an absence; its commitments are claimed by the caller, one for each of `parts`. */
export async function insertAbsence(
  tx: Tx,
  absence: AbsenceSpan & { id: string; personId: string; reason: string; parts: string[] },
): Promise<void> {
  await tx.db
    .insertInto('absence')
    .values({
      organisation_id: tx.tenant.id,
      id: absence.id,
      person_id: absence.personId,
      local_start: absence.localStart,
      local_end: absence.localEnd,
      zone: absence.zone,
      tz_version: absence.tzVersion,
      starts_at: absence.startsAt,
      ends_at: absence.endsAt,
      reason: absence.reason,
      parts: absence.parts,
      entered_by: tx.by?.personId ?? null,
      created_at: tx.now.toString(),
    })
    .execute();
}

/** Marks an absence as taken back. */
export async function markCancelled(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('absence')
    .set({ cancelled_at: tx.now.toString(), cancelled_by: tx.by?.personId ?? null })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}
