import { sql } from 'kysely';
import type { Effect } from '../../contract/rota/list-pending-shifts.ts';
import type { Read } from '../platform/scope.ts';
import { addDays, clocksOf, hoursText, mondayOf, weekOf } from '../timeline/module.ts';
import { type Cover, type Covering, coverOf, dayCoverage, type Window } from './coverage.ts';
import { findCovering, findWindows } from './coverage-store.ts';
import type { ShiftRow } from './shift-row.ts';

/**
 * What approving each of these requests would do: windows covered, weekly hours, clashes. A few
 * queries for the whole page, however many rows it has.
 */
export async function effectsOf(
  read: Read,
  rows: readonly ShiftRow[],
): Promise<(row: ShiftRow) => Effect> {
  if (rows.length === 0) return () => fail();
  const dates = rows.map((row) => row.date).sort();
  const from = dates[0] as string;
  const until = addDays(dates.at(-1) as string, 1);
  const [windows, covering, clashes, minutes] = await Promise.all([
    findWindows(read, from, until),
    findCovering(read, from, until),
    findClashesOf(read, rows),
    findWeekMinutes(read, rows),
  ]);
  const cover = coverOf(covering);
  return (row) => {
    const after = (minutes.get(`${row.person_id} ${mondayOf(row.date)}`) ?? 0) + row.minutes;
    return {
      covers: coversOf(row, windows, cover, read.tenant.timeZone),
      week: weekOf(row.date),
      weekly_hours_after: hoursText(after),
      weekly_limit: hoursText(row.limit_minutes),
      exceeds_limit: after > row.limit_minutes,
      clashes: clashes.get(row.id) ?? [],
    };
  };
}

function fail(): never {
  throw new Error('no effect was asked for');
}

/** The windows that the request touches, before and after. */
function coversOf(
  row: ShiftRow,
  windows: readonly Window[],
  cover: Cover<Covering>,
  zone: string,
): Effect['covers'] {
  const dates = row.overnight ? [row.date, addDays(row.date, 1)] : [row.date];
  const withRow = new Map(cover);
  const [own] = coverOf([row]).get(row.date) ?? [];
  if (own) withRow.set(row.date, [...(cover.get(row.date) ?? []), own]);
  return dates.flatMap((date) => {
    const before = dayCoverage(date, windows, cover, zone).windows;
    const after = dayCoverage(date, windows, withRow, zone).windows;
    return after.flatMap((window, i) => {
      const was = before[i];
      if (!was || JSON.stringify(was.gaps) === JSON.stringify(window.gaps)) return [];
      return [
        { window: window.name, date, covered_before: was.covered, covered_after: window.covered },
      ];
    });
  });
}

/** Approved minutes by person and Monday, for the weeks of the rows. */
async function findWeekMinutes(
  read: Read,
  rows: readonly ShiftRow[],
): Promise<Map<string, number>> {
  const people = rows.map((row) => row.person_id);
  const mondays = rows.map((row) => mondayOf(row.date));
  const sums = await sql<{ person_id: string; monday: string; minutes: number }>`
    select asked.person_id, asked.monday, coalesce(sum(shift.minutes), 0)::integer as minutes
    from (select distinct * from unnest(${people}::uuid[], ${mondays}::date[]) as a (person_id, monday)) asked
    left join shift on shift.organisation_id = ${read.tenant.id} and shift.person_id = asked.person_id
      and shift.status = 'APPROVED' and shift.date between asked.monday and asked.monday + 6
    group by asked.person_id, asked.monday`.execute(read.db);
  return new Map(sums.rows.map((row) => [`${row.person_id} ${row.monday}`, row.minutes]));
}

/** What stands in the way of each: the person's own commitments, and all seats being taken. */
async function findClashesOf(
  read: Read,
  rows: readonly ShiftRow[],
): Promise<Map<string, Effect['clashes']>> {
  const found = await sql<ClashRow>`
    select asked.id, asked.person_id, asked.seats, c.holder_kind, c.holder_id, c.starts_at, c.ends_at,
      holder.id as shift_id, person.full_name
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.person_id)}::uuid[],
      ${rows.map((row) => row.seats)}::integer[], ${rows.map((row) => row.starts_at)}::timestamptz[],
      ${rows.map((row) => row.ends_at)}::timestamptz[]) as asked (id, person_id, seats, starts_at, ends_at)
    cross join lateral (
      select asked.person_id as holder_id
      union all select seat.id from seat
        where seat.organisation_id = ${read.tenant.id} and seat.number <= asked.seats
    ) holders
    join commitment c on c.organisation_id = ${read.tenant.id} and c.holder_id = holders.holder_id
      and c.starts_at < asked.ends_at and c.starts_at > asked.starts_at - interval '192 hours'
      and c.ends_at > asked.starts_at
      -- Approved since the page of requests was read: it does not stand in its own way.
      and c.source_id <> asked.id
    left join shift holder on holder.organisation_id = ${read.tenant.id} and holder.id = c.source_id
    left join person on person.organisation_id = ${read.tenant.id} and person.id = holder.person_id
    order by c.starts_at`.execute(read.db);
  const byShift = Map.groupBy(found.rows, (row) => row.id);
  const clashes = new Map<string, Effect['clashes']>();
  for (const [id, ofShift] of byShift) clashes.set(id, inTheWay(ofShift, read.tenant.timeZone));
  return clashes;
}

type ClashRow = {
  id: string;
  person_id: string;
  seats: number;
  holder_kind: 'person' | 'seat';
  holder_id: string;
  starts_at: string;
  ends_at: string;
  shift_id: string | null;
  full_name: string | null;
};

function inTheWay(rows: readonly ClashRow[], zone: string): Effect['clashes'] {
  const own = rows.filter((row) => row.holder_kind === 'person');
  const seats = rows.filter((row) => row.holder_kind === 'seat');
  const seatsTaken = new Set(seats.map((row) => row.holder_id)).size;
  const full = rows[0] !== undefined && seatsTaken >= rows[0].seats;
  return [...own, ...(full ? seats : [])].map((row) => {
    const name = row.full_name ?? 'Someone';
    return {
      ...(row.shift_id && { shift: row.shift_id }),
      name,
      starts_at: row.starts_at,
      ends_at: row.ends_at,
      sentence: `${name} from ${clocksOf(row.starts_at, row.ends_at, zone)}`,
    };
  });
}
