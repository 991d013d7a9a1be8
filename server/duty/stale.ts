import { Refusal } from '../platform/problem.ts';

/** 412 when the caller has read another version than the one that is there. */
export function refuseStale(row: { version: number }, ifMatch: number | null, what: string): void {
  if (ifMatch === null || ifMatch === row.version) return;
  const sentence = `Someone changed this ${what} meanwhile. Read it again, then change it.`;
  throw new Refusal(412, 'version_stale', sentence, { version: row.version });
}
