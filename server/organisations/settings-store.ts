import { type RawBuilder, sql } from 'kysely';
import type { SecondCalendarName } from '../../contract/calendar/second-calendar.ts';
import type { System } from '../../contract/identity/systems.ts';
import { violates } from '../platform/postgres-error.ts';
import { Refusal } from '../platform/problem.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** What an organisation has set. */
export type Settings = {
  name: string;
  slug: string;
  time_zone: string;
  locale: string;
  week_start: number;
  second_calendar: SecondCalendarName;
  second_calendar_offset: number;
  systems_off: System[];
};
export type SettingsRow = Settings & { version: number };

/** The settings of the organisation. */
export function getSettings(read: Read): Promise<SettingsRow> {
  return selectSettings(read).executeTakeFirstOrThrow();
}

/** The settings, locked until the transaction ends: changes come one after the other. */
export function lockSettings(tx: Tx): Promise<SettingsRow> {
  return selectSettings(tx).forNoKeyUpdate().executeTakeFirstOrThrow();
}

function selectSettings(read: Read) {
  return read.db
    .selectFrom('organisation')
    .select(['name', 'slug', 'time_zone', 'locale', 'week_start'])
    .select(['second_calendar', 'second_calendar_offset', 'systems_off', 'version'])
    .where('id', '=', read.tenant.id);
}

/** Writes the settings as the next version. 409 `slug_taken`. */
export async function updateSettings(tx: Tx, { systems_off, ...settings }: Settings) {
  const nextVersion: RawBuilder<number> = sql`version + 1`;
  try {
    return await tx.db
      .updateTable('organisation')
      .set({ ...settings, systems_off, version: nextVersion })
      .where('id', '=', tx.tenant.id)
      .returning('version')
      .executeTakeFirstOrThrow();
  } catch (error) {
    if (!violates(error, 'organisation_slug_key')) throw error;
    throw new Refusal(409, 'slug_taken', 'Another organisation has this slug. Choose another.');
  }
}
