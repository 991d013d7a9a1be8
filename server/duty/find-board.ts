import { sql } from 'kysely';
import type { DutyClash } from '../../contract/duty/duty-assignment.ts';
import type { Refused } from '../platform/problem.ts';
import type { Actor, Read } from '../platform/scope.ts';
import { addDays, findClashes, instantOf, type Span } from '../timeline/module.ts';
import { type Board, cellKey, type Seated } from './cells.ts';
import { namesOfDuties, sayClash } from './clash.ts';
import { spanOfDuty } from './duty-span.ts';
import { findStandingIn } from './duty-store.ts';
import type { DutyTypeRow } from './duty-type-store.ts';
import type { LockedRoster } from './roster-store.ts';
import { findSun } from './sun.ts';

type Dates = { from: string; until: string };

/**
 * Everything that decides on cells of a roster between two dates, for these people: in a handful of
 * statements, however many cells there are.
 */
export async function findBoard(
  read: Read & { by: Actor | null },
  roster: Pick<LockedRoster, 'id' | 'name' | 'start_date' | 'end_date'>,
  types: readonly DutyTypeRow[],
  dates: Dates,
  people: readonly string[],
): Promise<Board> {
  const ids = [...new Set(people)];
  const zone = read.tenant.timeZone;
  const [standing, persons, clashes, sunOf] = await Promise.all([
    findStandingIn(read, roster.id, dates),
    findPeople(read, ids),
    findClashes(read, ids, spanAround(dates, zone)),
    findSun(read, types),
  ]);
  const duties = await namesOfDuties(read, clashes);
  const busy = new Map<string, DutyClash[]>();
  for (const clash of clashes) {
    const said = sayClash(clash, read.by, duties);
    busy.set(clash.holder.id, [...(busy.get(clash.holder.id) ?? []), said]);
  }
  const byId = new Map(types.map((type) => [type.id, type]));
  const spans = new Map<string, Span | Refused>();
  return {
    zone,
    roster,
    types: byId,
    people: new Map(persons.map((person) => [person.id, person])),
    seated: Map.groupBy(standing, (one) => cellKey(one.date, one.duty_type)) as Map<
      string,
      Seated[]
    >,
    busy,
    spanOf(dutyType, date) {
      const key = cellKey(date, dutyType);
      const span =
        spans.get(key) ?? spanOfDuty(byId.get(dutyType) as DutyTypeRow, date, zone, sunOf);
      spans.set(key, span);
      return span;
    },
  };
}

function findPeople(read: Read, ids: readonly string[]) {
  return read.db
    .selectFrom('person')
    .select(['id', 'full_name as name', 'active', 'email'])
    .where('organisation_id', '=', read.tenant.id)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}

// A duty may lie half a day before its date by the sun, and end two days after its date at most.
function spanAround({ from, until }: Dates, zone: string) {
  return {
    startsAt: instantOf(`${addDays(from, -1)}T00:00:00`, zone).toString(),
    endsAt: instantOf(`${addDays(until, 3)}T00:00:00`, zone).toString(),
  };
}
