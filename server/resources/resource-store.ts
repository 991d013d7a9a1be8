import { sql } from 'kysely';
import type { OwnSettings } from '../../contract/resources/own-settings.ts';
import { newId } from '../platform/id.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { isLive } from '../timeline/module.ts';
import { noOwnSettings, settingNames } from './settings.ts';

/** What a resource is made of. */
export type ResourceFacts = OwnSettings & {
  name: string;
  colour: string;
  capacity: number;
  occupies_person: boolean;
  price_per_hour: number | null;
  currency: string | null;
};

/** Resources that are there: not deleted. */
export function selectResources(read: Read) {
  return read.db
    .selectFrom('resource')
    .select(['id', 'name', 'colour', 'capacity', 'occupies_person', 'is_default'])
    .select(['price_per_hour', 'currency', ...settingNames])
    .select(['version', 'created_at', 'updated_at'])
    .where('organisation_id', '=', read.tenant.id)
    .where('deleted_at', 'is', null);
}

export type ResourceRow = NonNullable<Awaited<ReturnType<typeof getResource>>>;

/** One resource; without an id the default one. */
export async function getResource(read: Read, id?: string) {
  return whichOf(selectResources(read), id).executeTakeFirst();
}

/** The same, locked: who reserves units of it does it one after the other. */
export async function lockResource(tx: Tx, id?: string) {
  return whichOf(selectResources(tx), id).forNoKeyUpdate().executeTakeFirst();
}

function whichOf(resources: ReturnType<typeof selectResources>, id: string | undefined) {
  return id === undefined
    ? resources.where('is_default', '=', sql.lit(true))
    : resources.where('id', '=', id);
}

/** Writes a new resource with its units; returns its id. */
export async function insertResource(
  tx: Tx,
  facts: Pick<ResourceFacts, 'name' | 'colour'> & Partial<ResourceFacts>,
  isDefault = false,
): Promise<string> {
  const id = newId();
  const now = tx.now.toString();
  await tx.db
    .insertInto('resource')
    .values({
      organisation_id: tx.tenant.id,
      id,
      capacity: 1,
      occupies_person: true,
      price_per_hour: null,
      currency: null,
      ...noOwnSettings,
      ...facts,
      is_default: isDefault,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    })
    .execute();
  await insertUnits(tx, id, 0, facts.capacity ?? 1);
  return id;
}

/** Changes a resource that is locked already; more capacity is more units, and none is ever removed. */
export async function updateResource(
  tx: Tx,
  row: ResourceRow,
  change: Partial<ResourceFacts> & { deleted_at?: string },
): Promise<ResourceRow> {
  const stamp = { version: row.version + 1, updated_at: tx.now.toString() };
  await tx.db
    .updateTable('resource')
    .set({ ...change, ...stamp })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', row.id)
    .execute();
  const { deleted_at: _, ...facts } = change;
  const after = { ...row, ...facts, ...stamp };
  await insertUnits(tx, row.id, row.capacity, after.capacity);
  return after;
}

async function insertUnits(tx: Tx, resourceId: string, from: number, until: number): Promise<void> {
  if (until <= from) return;
  const units = Array.from({ length: until - from }, (_, i) => ({
    organisation_id: tx.tenant.id,
    resource_id: resourceId,
    number: from + i + 1,
    id: newId(),
  }));
  await tx.db
    .insertInto('resource_unit')
    .values(units)
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'resource_id', 'number']).doNothing(),
    )
    .execute();
}

/** How many times of a resource are taken that have not ended. */
export async function countTakenAhead(read: Read, id: string): Promise<number> {
  const row = await read.db
    .selectFrom('commitment')
    .innerJoin('resource_unit', (join) =>
      join
        .onRef('resource_unit.organisation_id', '=', 'commitment.organisation_id')
        .onRef('resource_unit.id', '=', 'commitment.holder_id'),
    )
    .select((eb) => eb.fn.countAll<string>().as('ahead'))
    .where('commitment.organisation_id', '=', read.tenant.id)
    .where('resource_unit.resource_id', '=', id)
    .where('commitment.ends_at', '>', read.now.toString())
    .where(isLive(read))
    .executeTakeFirstOrThrow();
  return Number(row.ahead);
}
