import type pg from 'pg';
import { newId } from '../server/platform/id.ts';
import { insertShifts } from './insert-shifts.ts';
import { peopleCount, planShifts, seatCount, zone } from './plan-shifts.ts';

export const password = 'bench-lantern-42';

/** An organisation that is filled. */
export type Filled = {
  id: string;
  slug: string;
  periods: { id: string; month: string }[];
  /** The first is the owner, the second an admin, all others members. */
  people: { id: string; email: string }[];
  seats: string[];
  shifts: number;
};

/** Fills an organisation with the regular shifts of these dates, a period for every month. */
export async function fillOrganisation(
  client: pg.Client,
  range: { slug: string; from: string; until: string },
  passwordHash: string,
): Promise<Filled> {
  const { slug, from, until } = range;
  const filled: Filled = {
    id: newId(),
    slug,
    periods: monthsBetween(from, until).map((month) => ({ id: newId(), month })),
    people: Array.from({ length: peopleCount }, (_, i) => ({
      id: newId(),
      email: `person-${i}@${slug}.example`,
    })),
    seats: Array.from({ length: seatCount }, () => newId()),
    shifts: 0,
  };
  await client.query('BEGIN');
  await insertPlaces(client, filled, passwordHash);
  const planned = planShifts(from, until);
  await insertShifts(client, filled, planned);
  await client.query('COMMIT');
  return { ...filled, shifts: planned.length };
}

async function insertPlaces(client: pg.Client, filled: Filled, passwordHash: string) {
  const { id, slug, people, periods, seats } = filled;
  await client.query(
    `INSERT INTO organisation (id, name, slug, time_zone, created_at)
     VALUES ($1, $2, $2, $3, now())`,
    [id, slug, zone],
  );
  const accounts = people.map(() => newId());
  await client.query(
    `INSERT INTO account (id, email, password_hash, email_verified_at, created_at)
     SELECT id, email, $3, now(), now() FROM unnest($1::uuid[], $2::text[]) AS p (id, email)`,
    [accounts, people.map((person) => person.email), passwordHash],
  );
  await client.query(
    `INSERT INTO person (organisation_id, id, account_id, email, first_name, last_name, role,
       weekly_limit_minutes, created_at, updated_at)
     SELECT $1, id, account_id, email, 'Person', 'Number ' || n,
       CASE n WHEN 1 THEN 'owner' WHEN 2 THEN 'admin' ELSE 'member' END, 10080, now(), now()
     FROM unnest($2::uuid[], $3::uuid[], $4::text[]) WITH ORDINALITY AS p (id, account_id, email, n)`,
    [id, people.map((person) => person.id), accounts, people.map((person) => person.email)],
  );
  await client.query(
    `INSERT INTO seat (organisation_id, number, id)
     SELECT $1, n, id FROM unnest($2::uuid[]) WITH ORDINALITY AS s (id, n)`,
    [id, seats],
  );
  await client.query(
    `INSERT INTO coverage_window (organisation_id, id, slug, name, start_time, end_time, effective_from)
     VALUES ($1, $2, 'morning', 'Morning', '06:00', '09:00', '1970-01-01'),
            ($1, $3, 'evening', 'Evening', '21:00', '22:00', '1970-01-01')`,
    [id, newId(), newId()],
  );
  await client.query(
    `INSERT INTO schedule_period (organisation_id, id, name, start_date, end_date, status, seats,
       created_by, created_at, updated_at)
     SELECT $1, id, month, month::date, (month::date + interval '1 month' - interval '1 day')::date,
       'OPEN', $4, $5, now(), now()
     FROM unnest($2::uuid[], $3::text[]) AS p (id, month)`,
    [
      id,
      periods.map((period) => period.id),
      periods.map((period) => `${period.month}-01`),
      seatCount,
      people[0]?.id,
    ],
  );
}

function monthsBetween(from: string, until: string): string[] {
  const months: string[] = [];
  const last = Temporal.PlainYearMonth.from(until);
  let month = Temporal.PlainYearMonth.from(from);
  while (Temporal.PlainYearMonth.compare(month, last) <= 0) {
    months.push(month.toString());
    month = month.add({ months: 1 });
  }
  return months;
}
