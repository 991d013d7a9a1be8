import { sql } from 'kysely';
import type { Read, Tx } from '../platform/scope.ts';
import { claim, type Holder, type Source } from './claim.ts';
import { isLive } from './find-commitments.ts';
import type { Span } from './time.ts';

const tableOf = { person: 'person', seat: 'seat', resource: 'resource_unit' } as const;

/**
 * Locks people, seats and units of resources until the transaction ends, always in the same order. Whoever claims
 * several spans in one transaction does this first: two series that meet would deadlock otherwise.
 */
export async function lockHolders(tx: Tx, holders: readonly Holder[]): Promise<void> {
  for (const kind of ['person', 'seat', 'resource'] as const) {
    const ids = holders.filter((holder) => holder.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    await sql`select id from ${sql.table(tableOf[kind])}
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
  holders: readonly Holder[],
  span: Span,
  source: Source,
  heldUntil: string | null = null,
): Promise<void> {
  await release(tx, source);
  await claim(tx, holders, span, source, heldUntil);
}

/** Makes what a source holds firm; false when its hold ran out and someone else has the time. */
export async function makeFirm(tx: Tx, source: Source): Promise<boolean> {
  const made = await tx.db
    .updateTable('commitment')
    .set({ firmness: 'firm', expires_at: null })
    .where('organisation_id', '=', tx.tenant.id)
    .where('source_kind', '=', source.kind)
    .where('source_id', '=', source.id)
    .where('firmness', '=', 'held')
    .executeTakeFirst();
  return made.numUpdatedRows > 0n;
}

/** How many sources of the organisation have a commitment that has not ended yet, but for those of the kinds in `except`. */
export async function countCommitmentsAhead(
  read: Read,
  except: readonly string[] = [],
): Promise<number> {
  const row = await read.db
    .selectFrom('commitment')
    .select((eb) => eb.fn.count<string>('source_id').distinct().as('ahead'))
    .where('organisation_id', '=', read.tenant.id)
    .where('ends_at', '>', read.now.toString())
    .where(isLive(read))
    .where('source_kind', '<>', sql<string>`all(${except}::text[])`)
    .executeTakeFirstOrThrow();
  return Number(row.ahead);
}

/** Frees what a source had committed. */
export async function release(tx: Tx, source: Source): Promise<void> {
  await tx.db
    .deleteFrom('commitment')
    .where('organisation_id', '=', tx.tenant.id)
    .where('source_kind', '=', source.kind)
    .where('source_id', '=', source.id)
    .execute();
}

/** Frees what was held for these holders until a moment that is past: it is in nobody's way. */
export async function releaseRunOut(tx: Tx, holders: readonly Holder[]): Promise<void> {
  const ids = holders.map(({ id }) => id);
  await tx.db
    .deleteFrom('commitment')
    .where('organisation_id', '=', tx.tenant.id)
    .where('firmness', '=', 'held')
    .where('expires_at', '<=', tx.now.toString())
    .where('holder_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}
