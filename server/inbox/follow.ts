import type { Tx } from '../platform/scope.ts';

/**
 * Hears, in the transaction of the change, that messages of theirs got through or did not; `standsWith` is
 * what the messages stand with. Safe to hear twice: it looks at the messages for itself.
 */
export type Follow = (tx: Tx, standsWith: readonly string[]) => Promise<void>;

export const nobodyFollows: Follow = async () => {};
