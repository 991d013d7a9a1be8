import { needsEvery, setNeedsEvery } from '../approvals/module.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** What an organisation decided about its rota: both are rules of approval without conditions. */
export type Settings = { shifts_need_approval: boolean; swaps_need_approval: boolean };

const subjects = { shifts_need_approval: 'shift', swaps_need_approval: 'swap' } as const;

/** The settings; true until the organisation says otherwise. */
export async function getSettings(read: Read): Promise<Settings> {
  const [shifts, swaps] = await Promise.all([needsEvery(read, 'shift'), needsEvery(read, 'swap')]);
  return { shifts_need_approval: shifts, swaps_need_approval: swaps };
}

/** Writes one of them. */
export async function setSetting(tx: Tx, name: keyof Settings, needed: boolean): Promise<void> {
  await setNeedsEvery(tx, subjects[name], needed);
}
