import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { addDays, dateAt, mondayOf } from '../timeline/module.ts';
import { type Pattern, patternOf, weeksMax } from './pattern.ts';
import { findWorked, replacePatterns } from './pattern-store.ts';

/** Counts everyone's pattern anew from the twelve ISO weeks before this one. */
export async function computePatterns(tx: Tx): Promise<void> {
  const monday = mondayOf(dateAt(tx.now, tx.tenant.timeZone));
  const from = addDays(monday, -7 * weeksMax);
  const worked = await findWorked(tx, from, addDays(monday, -1));
  const patterns = new Map<string, Pattern>();
  for (const [personId, shifts] of Map.groupBy(worked, (shift) => shift.person_id)) {
    const pattern = patternOf(shifts, monday);
    if (pattern) patterns.set(personId, pattern);
  }
  await replacePatterns(tx, patterns);
  const facts = { from, until: addDays(monday, -1), people: patterns.size };
  await record(tx, 'pattern.computed', tx.tenant.id, facts);
}
