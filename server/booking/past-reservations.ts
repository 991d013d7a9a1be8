import { sql } from 'kysely';
import type { FindPast, Past } from '../approvals/module.ts';
import { factsAsked } from '../platform/approval/facts-asked.ts';
import type { Read } from '../platform/scope.ts';
import { mondayOf, wallStretches } from '../timeline/module.ts';
import { whenOf } from './reservation-letters.ts';
import { type ReservationRow, selectReservations } from './reservation-row.ts';

/** The last reservations, whatever became of them; hours and firsts as they were when each was made. */
export const findPastReservations: FindPast = async (view, rule, last) => {
  let reservations = selectReservations(view);
  if (rule.resource_id !== null) {
    reservations = reservations.where('reservation.resource_id', '=', rule.resource_id);
  }
  const rows = await reservations
    .orderBy('reservation.created_at', 'desc')
    .orderBy('reservation.id', 'desc')
    .limit(sql.lit(last))
    .execute();
  const known = rows.length > 0 ? await readKnown(view, rows, factsAsked([rule])) : [];
  return rows.map((row, i) => pastOf(row, known[i] as Known));
};

type Known = { role: string; day: number; week: number; month: number; first: boolean };

function pastOf(row: ReservationRow, { role, day, week, month, first }: Known): Past {
  const { minutes: request, cost, currency } = row;
  const facts = {
    ...{ date: row.date, resource: row.resource_id, role, first },
    clock: wallStretches(row.starts_at, row.ends_at, row.zone),
    minutes: { request, day: day + request, week: week + request, month: month + request },
    cost: cost !== null && currency !== null ? { amount: cost, currency } : null,
  };
  return {
    id: row.id,
    asked_at: row.created_at,
    person_name: row.person_name,
    what: `${row.resource_name}, ${whenOf(row)}`,
    facts: [facts],
  };
}

/** What else each person had booked by then, in the order of the rows; only what a rule looks at is read. */
async function readKnown(
  read: Read,
  rows: readonly ReservationRow[],
  asked: { hours: boolean; first: boolean },
): Promise<Known[]> {
  const column = (of: (row: ReservationRow) => string) => rows.map(of);
  const others = sql`other.organisation_id = ${read.tenant.id}
    and other.person_id = past.person_id and other.id <> past.id
    and other.created_at <= past.created_at`;
  const sumOn = (dates: ReturnType<typeof sql>) =>
    asked.hours
      ? sql`(select coalesce(sum(other.minutes), 0)::integer from reservation other
          where ${others} and other.status in ('CONFIRMED', 'PENDING') and ${dates})`
      : sql`0`;
  const found = await sql<Known>`
    select coalesce(person.own_role_id::text, person.role) as role,
      ${sumOn(sql`other.date = past.date`)} as day,
      ${sumOn(sql`other.date between past.monday and past.monday + 6`)} as week,
      ${sumOn(sql`other.date >= date_trunc('month', past.date)
        and other.date < date_trunc('month', past.date) + interval '1 month'`)} as month,
      ${
        asked.first
          ? sql`not exists (select from reservation other where ${others}
              and other.status = 'CONFIRMED')`
          : sql`false`
      } as first
    from unnest(${column(({ id }) => id)}::uuid[], ${column((row) => row.person_id)}::uuid[],
        ${column(({ date }) => date)}::date[], ${column(({ date }) => mondayOf(date))}::date[],
        ${column((row) => row.created_at)}::timestamptz[])
      with ordinality as past (id, person_id, date, monday, created_at, place)
    join person on person.organisation_id = ${read.tenant.id} and person.id = past.person_id
    order by past.place`.execute(read.db);
  return found.rows;
}
