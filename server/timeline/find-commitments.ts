import { sql } from 'kysely';
import type { Read } from '../platform/scope.ts';
import type { Holder, Source } from './claim.ts';

/** A commitment that stands in the way. */
export type Clash = {
  holder: Holder;
  source: Source;
  startsAt: string;
  endsAt: string;
};

const sources: Readonly<Record<string, string>> = {
  shift: 'a shift',
  duty: 'a duty',
  reservation: 'a reservation',
  absence: 'an absence',
};

/** What put someone somewhere, for sentences: `a shift`. */
export function nameOfSource(kind: string): string {
  return sources[kind] ?? 'something else';
}

/** Commitments of these holders that overlap [startsAt, endsAt), without those of `except`. */
export async function findClashes(
  read: Read,
  holderIds: readonly string[],
  span: { startsAt: string; endsAt: string },
  except?: Source,
): Promise<Clash[]> {
  const rows = await read.db
    .selectFrom('commitment')
    .select(['holder_kind', 'holder_id', 'source_kind', 'source_id', 'starts_at', 'ends_at'])
    .where('organisation_id', '=', read.tenant.id)
    .where('holder_id', '=', sql<string>`any(${holderIds}::uuid[])`)
    .where('starts_at', '<', span.endsAt)
    .where('starts_at', '>', lookBack(span.startsAt))
    .where('ends_at', '>', span.startsAt)
    .where(isLive(read))
    .orderBy('starts_at')
    .execute();
  return rows
    .filter((row) => row.source_kind !== except?.kind || row.source_id !== except.id)
    .map((row) => ({
      holder: { kind: row.holder_kind, id: row.holder_id },
      source: { kind: row.source_kind, id: row.source_id },
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    }));
}

/** A hold that ran out is nobody's any more, though it stands there until someone claims its time. */
export function isLive(read: Read) {
  return sql<boolean>`(commitment.expires_at is null or commitment.expires_at > ${read.now.toString()})`;
}

/** No commitment is longer than 192 hours (a constraint): none that began earlier can reach in. */
function lookBack(startsAt: string): string {
  return Temporal.Instant.from(startsAt).subtract({ hours: 192 }).toString();
}

/** People of the directory, active, without any commitment in [startsAt, endsAt), by name. */
export async function findFree(
  read: Read,
  span: { startsAt: string; endsAt: string },
): Promise<{ id: string; full_name: string }[]> {
  return read.db
    .selectFrom('person')
    .select(['id', 'full_name'])
    .where('organisation_id', '=', read.tenant.id)
    .where('active', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('commitment')
            .select('commitment.id')
            .whereRef('commitment.organisation_id', '=', 'person.organisation_id')
            .whereRef('commitment.holder_id', '=', 'person.id')
            .where('commitment.starts_at', '<', span.endsAt)
            .where('commitment.starts_at', '>', lookBack(span.startsAt))
            .where('commitment.ends_at', '>', span.startsAt)
            .where(isLive(read)),
        ),
      ),
    )
    .orderBy('full_name')
    .orderBy('id')
    .execute();
}
