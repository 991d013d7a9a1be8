import type { Tx } from '../platform/scope.ts';
import { insertResource } from './resource-store.ts';

/** A new organisation has one resource: the one that is meant where a call names none. */
export async function foundResource(tx: Tx): Promise<void> {
  await insertResource(tx, { name: 'Room', colour: '#3a4fd0' }, true);
}
