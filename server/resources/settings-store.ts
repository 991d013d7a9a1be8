import type { BookingSettings } from '../../contract/resources/booking-settings.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { settingNames, usualSettings } from './settings.ts';

/** The organisation's settings with their version; 0 while they are the usual ones. */
export type StoredSettings = BookingSettings & { version: number };

/** How the organisation takes reservations. */
export async function getSettings(read: Read): Promise<StoredSettings> {
  const row = await selectSettings(read).executeTakeFirst();
  return row ?? { ...usualSettings, version: 0 };
}

/** The same, locked for a change. */
export async function lockSettings(tx: Tx): Promise<StoredSettings> {
  await tx.db
    .insertInto('booking_settings')
    .values({
      organisation_id: tx.tenant.id,
      ...usualSettings,
      version: 0,
      updated_at: tx.now.toString(),
    })
    .onConflict((conflict) => conflict.column('organisation_id').doNothing())
    .execute();
  return selectSettings(tx).forNoKeyUpdate().executeTakeFirstOrThrow();
}

/** Changes settings that are locked already. */
export async function updateSettings(
  tx: Tx,
  before: StoredSettings,
  after: BookingSettings,
): Promise<StoredSettings> {
  const version = before.version + 1;
  await tx.db
    .updateTable('booking_settings')
    .set({ ...after, version, updated_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .execute();
  return { ...after, version };
}

function selectSettings(read: Read) {
  return read.db
    .selectFrom('booking_settings')
    .select([...settingNames, 'version'])
    .where('organisation_id', '=', read.tenant.id);
}
