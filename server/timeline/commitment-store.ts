import { sql } from 'kysely';
import { newId } from '../platform/id.ts';
import { violates } from '../platform/postgres-error.ts';
import { Refusal } from '../platform/problem.ts';
import type { Read, Tx } from '../platform/scope.ts';
import type { Span } from './time.ts';

/** Whoever or whatever can be in one place at a time. */
export type Holder = { kind: 'person' | 'seat'; id: string };
/** What put the holder there: a shift, later a call, a duty, a reservation. */
export type Source = { kind: string; id: string };

/** A commitment that stands in the way. */
export type Clash = {
  holder: Holder;
  source: Source;
  startsAt: string;
  endsAt: string;
};

/**
 * Commits the holders to a span. 409 `time_taken` when one of them has another commitment in it:
 * the exclusion constraint decides, whatever was checked before. `facts.holder` says who.
 */
export async function claim(
  tx: Tx,
  holders: readonly Holder[],
  span: Span,
  source: Source,
): Promise<void> {
  // One statement each, sent together: row security hides from the error whose time was taken.
  await Promise.all(holders.map((holder) => insertCommitment(tx, holder, span, source)));
}

async function insertCommitment(tx: Tx, holder: Holder, span: Span, source: Source): Promise<void> {
  await tx.db
    .insertInto('commitment')
    .values({
      organisation_id: tx.tenant.id,
      id: newId(),
      holder_kind: holder.kind,
      holder_id: holder.id,
      source_kind: source.kind,
      source_id: source.id,
      ...placeOf(span),
    })
    .execute()
    .catch((error) => throwTaken(error, holder));
}

/**
 * Locks people and seats until the transaction ends, always in the same order. Whoever claims
 * several spans in one transaction does this first: two series that meet would deadlock otherwise.
 */
export async function lockHolders(tx: Tx, holders: readonly Holder[]): Promise<void> {
  for (const kind of ['person', 'seat'] as const) {
    const ids = holders.filter((holder) => holder.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    await sql`select id from ${sql.table(kind)}
      where organisation_id = ${tx.tenant.id} and id = any(${ids}::uuid[])
      order by id for no key update`.execute(tx.db);
  }
}

/**
 * Moves a source's commitments to another span and holders in one go: at no moment is nobody
 * committed. 409 `time_taken` like `claim`.
 */
export async function move(
  tx: Tx,
  source: Source,
  holders: readonly Holder[],
  span: Span,
): Promise<void> {
  await release(tx, source);
  await claim(tx, holders, span, source);
}

/** Frees what a source had committed. */
export async function release(tx: Tx, source: Source): Promise<void> {
  await tx.db
    .deleteFrom('commitment')
    .where('source_kind', '=', source.kind)
    .where('source_id', '=', source.id)
    .execute();
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

// No commitment is longer than 192 hours (a constraint), so none that began earlier can reach in.
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
            .where('commitment.ends_at', '>', span.startsAt),
        ),
      ),
    )
    .orderBy('full_name')
    .orderBy('id')
    .execute();
}

function placeOf(span: Span) {
  return {
    starts_at: span.startsAt,
    ends_at: span.endsAt,
    local_start: span.localStart,
    local_end: span.localEnd,
    zone: span.zone,
    tz_version: span.tzVersion,
  };
}

function throwTaken(error: unknown, holder: Holder): never {
  if (!violates(error, 'commitment_no_overlap')) throw error;
  throw new Refusal(409, 'time_taken', 'That time was taken a moment ago.', { holder });
}
