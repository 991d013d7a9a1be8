import { sql } from 'kysely';
import type { SunSettings } from '../../contract/sun/sun-place.ts';
import type { Read, Tx } from '../platform/scope.ts';
import type { SunPlace } from './sun-times.ts';

/** What is set; without a place latitude and longitude are null. `version` 0: nothing was ever set. */
export type SunRow = Omit<SunSettings, 'can'>;

const usual: SunRow = {
  ...{ name: '', latitude: null, longitude: null, method: 'muslim_world_league' },
  ...{ asr_rule: 'standard', high_latitude_rule: 'recommended', version: 0 },
};

/** The settings of the organisation, or the usual ones. */
export async function getSunRow(read: Read): Promise<SunRow> {
  return (await selectPlace(read).executeTakeFirst()) ?? usual;
}

/** As `getSunRow`, locked until the transaction ends. */
export async function lockSunRow(tx: Tx): Promise<SunRow> {
  // There may be no row yet to lock.
  await tx.db
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', tx.tenant.id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return getSunRow(tx);
}

function selectPlace(read: Read) {
  return read.db
    .selectFrom('sun_place')
    .select(['name', 'latitude', 'longitude', 'method', 'asr_rule', 'high_latitude_rule'])
    .select('version')
    .where('organisation_id', '=', read.tenant.id);
}

/** Writes the settings as the next version. */
export async function saveSunPlace(
  tx: Tx,
  place: Omit<SunRow, 'version'> & { latitude: number; longitude: number },
): Promise<number> {
  const change = { ...place, updated_at: tx.now.toString() };
  const { version } = await tx.db
    .insertInto('sun_place')
    .values({ organisation_id: tx.tenant.id, ...change })
    .onConflict((conflict) =>
      conflict
        .column('organisation_id')
        .doUpdateSet({ ...change, version: sql<number>`sun_place.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Where the organisation sees the sun; null until it says so. */
export async function findSunPlace(read: Read): Promise<SunPlace | null> {
  const { latitude, longitude, method, ...rules } = await getSunRow(read);
  if (latitude === null || longitude === null) return null;
  const { asr_rule: asrRule, high_latitude_rule: highLatitudeRule } = rules;
  return { latitude, longitude, method, asrRule, highLatitudeRule };
}
