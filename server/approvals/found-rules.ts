import { newId } from '../platform/id.ts';
import type { Tx } from '../platform/scope.ts';
import { insertRule } from './rule-store.ts';

/** Gives a new organisation its rules: an admin decides on every request for a shift and every swap. */
export async function foundRules(tx: Tx): Promise<void> {
  const always = { resource_id: null, conditions: { version: 1 as const }, is_active: true };
  const standing = { ...always, effective_from: null, effective_until: null, version: 1 };
  await insertRule(tx, { ...standing, id: newId(), subject: 'shift', name: 'Every request' });
  await insertRule(tx, { ...standing, id: newId(), subject: 'swap', name: 'Every swap' });
}
