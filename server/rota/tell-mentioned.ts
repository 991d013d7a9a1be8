import { tellMentioned as tell } from '../mentions/module.ts';
import type { Tx } from '../platform/scope.ts';
import { whenOf } from './shift-letters.ts';
import type { ShiftRow } from './shift-row.ts';

/** Tells whoever a text on a shift mentions: its notes, or why it was rejected. */
export async function tellMentioned(
  tx: Tx,
  entry: string,
  row: ShiftRow,
  text: string,
  before = '',
): Promise<void> {
  await tell(tx, entry, {
    ...{ text, before },
    about: `${row.person_name}’s shift, ${whenOf(row)}`,
    path: `/calendar/day/${row.date}`,
    begins: row.starts_at,
  });
}
