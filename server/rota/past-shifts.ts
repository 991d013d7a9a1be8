import { sql } from 'kysely';
import type { FindPast } from '../approvals/module.ts';
import { factsOfShifts } from './approval-facts.ts';
import { whenOf } from './shift-letters.ts';
import { selectShifts } from './shift-row.ts';

/** The last requests for shifts, whatever became of them. */
export const findPastShifts: FindPast = async (view, rule, last) => {
  const rows = await selectShifts(view)
    .orderBy('shift.created_at', 'desc')
    .orderBy('shift.id', 'desc')
    .limit(sql.lit(last))
    .execute();
  const asked = rows.map((row) => ({ ...row, asked_at: row.created_at }));
  const facts = await factsOfShifts(view, [rule], asked);
  return rows.map((row, i) => ({
    ...{ id: row.id, asked_at: row.created_at, person_name: row.person_name, what: whenOf(row) },
    facts: facts.slice(i, i + 1),
  }));
};
