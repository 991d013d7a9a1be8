import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import type { WindowRow } from './window.ts';

/** Writes that a window was added, edited or ended, from which date on, and what it was before; the entry's id. */
export async function recordWindow(
  tx: Tx,
  change: 'added' | 'edited' | 'ended',
  from: string,
  window: WindowRow,
  before?: WindowRow,
): Promise<string> {
  const facts = { change, from, window, ...(before && { before }) };
  return record(tx, 'coverage_window.updated', window.id, facts);
}

/** What must be covered changed: told to the whole organisation. */
export const liveWindow: Live = {
  topics: () => ['organisation'],
  present: ({ data }) => ({ message: 'What must be covered changed', ...data }),
};
