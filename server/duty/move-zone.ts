import { sql } from 'kysely';
import { violates } from '../platform/postgres-error.ts';
import { Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { moveReminders } from '../reminders/module.ts';
import { instantOf, tzVersion } from '../timeline/module.ts';

/**
 * The organisation goes by another zone from now on: duties ahead keep the times of the clock that they
 * were assigned for, in the new zone; those by the sun keep their instants. Their commitments and
 * reminders go along. 409 `zone_in_use` when two duties of a person would be at the same time then.
 */
export async function moveDutiesToZone(tx: Tx, zone: string): Promise<void> {
  const rows = await tx.db
    .selectFrom('duty_assignment as duty')
    .innerJoin('duty_type as type', (join) =>
      join
        .onRef('type.organisation_id', '=', 'duty.organisation_id')
        .onRef('type.id', '=', 'duty.duty_type_id'),
    )
    .select(['duty.id', 'duty.local_start', 'duty.local_end', 'duty.starts_at', 'duty.ends_at'])
    .select('type.sun_event')
    .where('duty.organisation_id', '=', tx.tenant.id)
    .where('duty.ended_at', 'is', null)
    .where('duty.ends_at', '>', tx.now.toString())
    .execute();
  if (rows.length === 0) return;
  const moved = rows.map(({ sun_event, ...row }) =>
    sun_event ? withClocks(row, zone) : withInstants(row, zone),
  );
  await moveCommitments(tx, moved, zone);
  await sql`
    UPDATE duty_assignment d SET zone = ${zone}, tz_version = ${tzVersion}, starts_at = m.starts_at,
      ends_at = m.ends_at, local_start = m.local_start, local_end = m.local_end
    FROM ${recordset(moved)}
    WHERE d.organisation_id = ${tx.tenant.id} AND d.id = m.id`.execute(tx.db);
  await moveReminders(
    tx,
    moved.map(({ id, starts_at: startsAt, ends_at: endsAt }) => ({ id, startsAt, endsAt, zone })),
  );
}

type Moved = {
  id: string;
  local_start: string;
  local_end: string;
  starts_at: string;
  ends_at: string;
};

function withInstants(row: Moved, zone: string): Moved {
  const starts = instantOf(row.local_start, zone);
  const ends = instantOf(row.local_end, zone);
  // Clocks that skip the whole of it leave it as long as it was.
  const minutes = Temporal.Instant.from(row.starts_at).until(row.ends_at);
  const isReal = Temporal.Instant.compare(starts, ends) < 0;
  const ends_at = isReal ? ends : starts.add(minutes);
  return { ...row, starts_at: starts.toString(), ends_at: ends_at.toString() };
}

function withClocks(row: Moved, zone: string): Moved {
  const [local_start, local_end] = [row.starts_at, row.ends_at].map((at) =>
    Temporal.Instant.from(at)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'second' }),
  ) as [string, string];
  return { ...row, local_start, local_end };
}

// One statement: the constraint is looked at when all have moved.
async function moveCommitments(tx: Tx, moved: readonly Moved[], zone: string): Promise<void> {
  await sql`
    UPDATE commitment c SET zone = ${zone}, tz_version = ${tzVersion}, starts_at = m.starts_at,
      ends_at = m.ends_at, local_start = m.local_start, local_end = m.local_end
    FROM ${recordset(moved)}
    WHERE c.organisation_id = ${tx.tenant.id} AND c.source_kind = 'duty' AND c.source_id = m.id`
    .execute(tx.db)
    .catch((error) => {
      if (!violates(error, 'commitment_no_overlap')) throw error;
      const sentence =
        'In that zone two duties of one person would be at the same time. Unlock one first.';
      throw new Refusal(409, 'zone_in_use', sentence);
    });
}

function recordset(moved: readonly Moved[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS m (id uuid,
    starts_at timestamptz, ends_at timestamptz, local_start timestamp, local_end timestamp)`;
}
