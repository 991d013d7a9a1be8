import { sql } from 'kysely';
import type { Read } from '../platform/scope.ts';
import { mondayOf } from '../timeline/module.ts';

/** What someone has booked already, around a date, as limits and rules look at it. */
export type Burden = {
  /** Reservations that have not ended, of any resource and of this one. */
  live: number;
  liveHere: number;
  /** Minutes on the date, in its week and month, and in the week of this resource. */
  day: number;
  week: number;
  weekHere: number;
  month: number;
  /** They never had one. */
  first: boolean;
};

/** Live reservations of someone, and whether they ever had one. */
export type Load = {
  rows: readonly { resource_id: string; date: string; minutes: number; has_ended: boolean }[];
  first: boolean;
};

/**
 * What a person has booked from the month or week of `date` on, and all that has not ended; without those
 * in `except`. Rows before that count for nothing, so it costs the same whatever came before.
 */
export async function loadBurden(
  read: Read,
  personId: string,
  date: string,
  except: readonly string[] = [],
): Promise<Load> {
  const now = sql`${read.now.toString()}::timestamptz`;
  const mine = sql`organisation_id = ${read.tenant.id} and person_id = ${personId}
    and id <> all(${except}::uuid[])`;
  const [live, had] = await Promise.all([
    sql<Load['rows'][number]>`
      select resource_id, date, minutes, ends_at <= ${now} as has_ended from reservation
      where ${mine} and status in ('CONFIRMED', 'PENDING')
        and (hold_expires_at is null or hold_expires_at > ${now})
        and starts_at > ${earliest(read, date)}::timestamptz`.execute(read.db),
    sql<{ first: boolean }>`
      select not exists (select from reservation where ${mine} and status = 'CONFIRMED') as first`.execute(
      read.db,
    ),
  ]);
  return { rows: live.rows, first: had.rows[0]?.first ?? true };
}

/** The burden around a date, for a reservation of a resource. */
export function burdenOn({ rows, first }: Load, date: string, resourceId: string): Burden {
  const [monday, month] = [mondayOf(date), date.slice(0, 7)];
  const burden = { live: 0, liveHere: 0, day: 0, week: 0, weekHere: 0, month: 0, first };
  for (const { resource_id, date: on, minutes, has_ended } of rows) {
    const isHere = resource_id === resourceId;
    const inWeek = mondayOf(on) === monday;
    if (!has_ended) burden.live += 1;
    if (!has_ended && isHere) burden.liveHere += 1;
    if (on === date) burden.day += minutes;
    if (inWeek) burden.week += minutes;
    if (inWeek && isHere) burden.weekHere += minutes;
    if (on.startsWith(month)) burden.month += minutes;
  }
  return burden;
}

function earliest(read: Read, date: string): string {
  const [from] = [mondayOf(date), `${date.slice(0, 8)}01`].sort();
  const day = Temporal.PlainDate.from(from as string)
    .toZonedDateTime('UTC')
    .toInstant();
  const first = Temporal.Instant.compare(day, read.now) < 0 ? day : read.now;
  // Two days more: a date begins earlier elsewhere, and what began yesterday may not have ended.
  return first.subtract({ hours: 48 }).toString();
}
