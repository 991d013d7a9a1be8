import type pg from 'pg';
import { newId } from '../server/platform/id.ts';
import type { Filled } from './organisation.ts';
import { type Planned, regularSeat } from './plan-shifts.ts';

const rowsAtOnce = 10_000;

/** Writes planned shifts with their commitments and decisions, constraints on; returns the shifts' ids. */
export async function insertShifts(
  client: pg.Client,
  filled: Filled,
  planned: readonly Planned[],
): Promise<string[]> {
  const periods = new Map(filled.periods.map((period) => [period.month, period.id]));
  const ids: string[] = [];
  for (let start = 0; start < planned.length; start += rowsAtOnce) {
    const rows = planned.slice(start, start + rowsAtOnce).map((shift) => ({
      ...shift,
      id: newId(),
      periodId: periods.get(shift.span.date.slice(0, 7)) as string,
      personId: filled.people[shift.person]?.id as string,
    }));
    await insertRows(client, filled, rows);
    await insertCommitments(client, filled, rows);
    await insertDecisions(client, filled, rows);
    for (const row of rows) ids.push(row.id);
  }
  return ids;
}

type Row = Planned & { id: string; periodId: string; personId: string };

async function insertRows(client: pg.Client, filled: Filled, rows: readonly Row[]) {
  await client.query(
    `INSERT INTO shift (organisation_id, zone, tz_version, overnight, id, period_id, person_id, status,
       date, start_time, end_time, starts_at, ends_at, minutes, created_at, updated_at)
     SELECT $1, $2, $3, false, s.*, now(), now()
     FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::date[], $9::time[],
       $10::time[], $11::timestamptz[], $12::timestamptz[], $13::integer[]) AS s`,
    [
      filled.id,
      rows[0]?.span.zone,
      rows[0]?.span.tzVersion,
      rows.map((row) => row.id),
      rows.map((row) => row.periodId),
      rows.map((row) => row.personId),
      rows.map((row) => row.status),
      rows.map((row) => row.span.date),
      rows.map((row) => row.span.startTime),
      rows.map((row) => row.span.endTime),
      rows.map((row) => row.span.startsAt),
      rows.map((row) => row.span.endsAt),
      rows.map((row) => row.span.minutes),
    ],
  );
}

async function insertCommitments(client: pg.Client, filled: Filled, rows: readonly Row[]) {
  const approved = rows.filter((row) => row.status === 'APPROVED');
  const taken = approved.flatMap((row) => [
    { id: newId(), kind: 'person', holder: row.personId, shift: row.id },
    { id: newId(), kind: 'seat', holder: filled.seats[regularSeat(row.person)], shift: row.id },
  ]);
  await client.query(
    `INSERT INTO commitment (organisation_id, id, holder_kind, holder_id, source_kind, source_id,
       starts_at, ends_at, local_start, local_end, zone, tz_version)
     SELECT $1, c.id, kind, holder, 'shift', shift.id, starts_at, ends_at, date + start_time,
       date + end_time, zone, tz_version
     FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[]) AS c (id, kind, holder, shift_id)
     JOIN shift ON organisation_id = $1 AND shift.id = shift_id`,
    [
      filled.id,
      taken.map((one) => one.id),
      taken.map((one) => one.kind),
      taken.map((one) => one.holder),
      taken.map((one) => one.shift),
    ],
  );
}

async function insertDecisions(client: pg.Client, filled: Filled, rows: readonly Row[]) {
  const decided = rows.filter(({ status }) => status === 'APPROVED' || status === 'REJECTED');
  await client.query(
    `INSERT INTO shift_decision (organisation_id, shift_id, decision, decided_by, decided_at, reason)
     SELECT $1, shift_id, decision, $2, now(), CASE decision WHEN 'REJECTED' THEN 'Full' ELSE '' END
     FROM unnest($3::uuid[], $4::text[]) AS d (shift_id, decision)`,
    [
      filled.id,
      filled.people[1]?.id,
      decided.map((row) => row.id),
      decided.map((row) => row.status),
    ],
  );
}
