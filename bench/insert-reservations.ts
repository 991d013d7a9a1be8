import type pg from 'pg';
import { newId } from '../server/platform/id.ts';
import { type Filled, fillOrganisation } from './organisation.ts';

/** Units of the resource, each booked by the hour from seven on. */
const units = 50;
/** What the day that is opened has. */
export const onTheDay = 500;
const onOtherDays = 100;

/** An organisation with a resource whose `day` has 500 reservations, and the days before it `history` in all. */
export async function fillBooking(
  client: pg.Client,
  { slug, day, history }: { slug: string; day: string; history: number },
  passwordHash: string,
): Promise<Filled> {
  const filled = await fillOrganisation(client, { slug, from: day, until: day }, passwordHash);
  const resource = newId();
  await client.query(
    `INSERT INTO resource (organisation_id, id, name, colour, capacity, occupies_person, is_default,
       created_at, updated_at)
     VALUES ($1, $2, 'Desks', '#3a4fd0', $3, false, true, now(), now())`,
    [filled.id, resource, units],
  );
  await client.query(
    `INSERT INTO resource_unit (organisation_id, resource_id, number, id)
     SELECT $1, $2, n, uuidv7() FROM generate_series(1, $3) AS n`,
    [filled.id, resource, units],
  );
  await insertDays(client, filled, resource, day, day, onTheDay);
  const days = Math.ceil(history / onOtherDays);
  if (days === 0) return filled;
  const first = Temporal.PlainDate.from(day).subtract({ days }).toString();
  const last = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  await insertDays(client, filled, resource, first, last, onOtherDays);
  return filled;
}

async function insertDays(
  client: pg.Client,
  { id, people }: Filled,
  resource: string,
  first: string,
  last: string,
  daily: number,
): Promise<void> {
  await client.query(
    `WITH planned AS (
       SELECT uuidv7() AS id, unit.id AS unit_id, ($6::uuid[])[1 + i % $7] AS person_id,
         day::date AS date, make_time(7 + i / $8, 0, 0) AS start_time,
         make_time(8 + i / $8, 0, 0) AS end_time
       FROM generate_series($3::date, $4::date, interval '1 day') AS day
       CROSS JOIN generate_series(0, $5 - 1) AS i
       JOIN resource_unit unit ON unit.organisation_id = $1 AND unit.resource_id = $2
         AND unit.number = 1 + i % $8
     ), made AS (
       INSERT INTO reservation (organisation_id, id, resource_id, unit_id, person_id, date, start_time,
         end_time, overnight, zone, tz_version, starts_at, ends_at, minutes, status, is_primetime,
         approval_reasons, notes, created_at, updated_at)
       SELECT $1, id, $2, unit_id, person_id, date, start_time, end_time, false, 'Europe/London', '-',
         (date + start_time) AT TIME ZONE 'Europe/London', (date + end_time) AT TIME ZONE 'Europe/London',
         60, 'CONFIRMED', false, '[]', '', now(), now()
       FROM planned RETURNING id, unit_id, starts_at, ends_at, date, start_time, end_time
     )
     INSERT INTO commitment (organisation_id, id, holder_kind, holder_id, starts_at, ends_at, local_start,
       local_end, zone, tz_version, source_kind, source_id)
     SELECT $1, uuidv7(), 'resource', unit_id, starts_at, ends_at, date + start_time, date + end_time,
       'Europe/London', '-', 'reservation', id FROM made`,
    [id, resource, first, last, daily, people.map((person) => person.id), people.length, units],
  );
}
