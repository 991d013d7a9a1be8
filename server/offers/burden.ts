import { sql } from 'kysely';
import type { Read } from '../platform/scope.ts';
import { addDays, type Clash, findClashes, mondayOf } from '../timeline/module.ts';

/** A live shift as far as limits and overlaps go. */
type Load = {
  id: string;
  person_id: string;
  date: string;
  starts_at: string;
  ends_at: string;
  minutes: number;
  status: string;
};

/** Where people are and what they work, around the shifts that they may get. */
export type Burden = { commitments: Clash[]; loads: Load[] };

/** The burden of people over the weeks of `shifts`. */
export async function loadBurden(
  read: Read,
  people: readonly string[],
  shifts: readonly { date: string; starts_at: string; ends_at: string }[],
): Promise<Burden> {
  const starts = shifts.map((shift) => shift.starts_at).sort();
  const ends = shifts.map((shift) => shift.ends_at).sort();
  const dates = shifts.map((shift) => shift.date).sort();
  const [startsAt, endsAt] = [starts[0], ends.at(-1)];
  const [first, last] = [dates[0], dates.at(-1)];
  if (!startsAt || !endsAt || !first || !last) return { commitments: [], loads: [] };
  const [commitments, loads] = await Promise.all([
    findClashes(read, people, { startsAt, endsAt }),
    read.db
      .selectFrom('shift')
      .select(['id', 'person_id', 'date', 'starts_at', 'ends_at', 'minutes', 'status'])
      .where('organisation_id', '=', read.tenant.id)
      .where('person_id', '=', sql<string>`any(${people}::uuid[])`)
      .where('status', 'in', sql<string[]>`('PENDING', 'APPROVED')` as never)
      // One day more on both sides: overnight shifts reach over the edge of a week.
      .where('date', '>=', addDays(mondayOf(first), -1))
      .where('date', '<=', addDays(mondayOf(last), 7))
      .execute(),
  ]);
  return { commitments, loads };
}
