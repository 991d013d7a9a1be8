import { sql } from 'kysely';
import { violates } from '../platform/postgres-error.ts';
import { notFound, Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { findWindows } from './coverage-store.ts';
import type { WindowRow } from './window.ts';

/** The windows in effect today or later, for a change: until it is done nobody else changes any. */
export async function lockWindows(tx: Tx, today: string): Promise<WindowRow[]> {
  await sql`select id from organisation where id = ${tx.tenant.id} for no key update`.execute(
    tx.db,
  );
  return findWindows(tx, today, '9999-12-31');
}

/** The window among those in effect; 409 when it was in effect once, 404 when there is none. */
export async function windowIn(
  tx: Tx,
  windows: readonly WindowRow[],
  id: string,
): Promise<WindowRow> {
  const window = windows.find((one) => one.id === id);
  if (window) return window;
  const ended = await tx.db
    .selectFrom('coverage_window')
    .select('effective_until')
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!ended) throw notFound();
  const sentence = `This window was in effect until ${ended.effective_until}. Change the one that followed it.`;
  throw new Refusal(409, 'window_ended', sentence);
}

/** Writes a new window. */
export async function insertWindow(tx: Tx, window: WindowRow): Promise<void> {
  await tx.db
    .insertInto('coverage_window')
    .values({ organisation_id: tx.tenant.id, ...window })
    .execute()
    .catch(throwExists);
}

/** Changes a window that has not been in effect before the change. */
export async function updateWindow(tx: Tx, { id, ...window }: WindowRow): Promise<void> {
  await tx.db
    .updateTable('coverage_window')
    .set(window)
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute()
    .catch(throwExists);
}

/** Removes a window that has not been in effect before today. */
export async function removeWindow(tx: Tx, id: string): Promise<void> {
  await tx.db
    .deleteFrom('coverage_window')
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

function throwExists(error: unknown): never {
  if (!violates(error, 'coverage_window_one_at_a_time')) throw error;
  const sentence = 'Another version of this window is in effect then. Choose a later date.';
  throw new Refusal(409, 'window_exists', sentence);
}
