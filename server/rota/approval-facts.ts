import { sql } from 'kysely';
import { factsAsked } from '../platform/approval/facts-asked.ts';
import type { Facts, Rule } from '../platform/approval/why-approval-needed.ts';
import type { Read } from '../platform/scope.ts';
import { mondayOf, wallStretches } from '../timeline/module.ts';

/** A shift as rules of approval look at it: whose it would be and when; `gives`: what they would not have then. */
export type Wanted = {
  id: string;
  person_id: string;
  date: string;
  starts_at: string;
  ends_at: string;
  minutes: number;
  gives?: string | null;
  /** What came later counts for nothing; without it, nothing did. */
  asked_at?: string;
};

type Known = { role: string; day: number; week: number; month: number; first: boolean };

/**
 * What rules of approval look at, for each shift in its order: role, hours and firsts of the person
 * who would have it, beside what is approved. Only what some rule asks for is read.
 */
export async function factsOfShifts(
  read: Read,
  rules: readonly Rule[],
  shifts: readonly Wanted[],
): Promise<Facts[]> {
  if (shifts.length === 0) return [];
  const known = await readKnown(read, rules, shifts);
  return shifts.map((shift, i) => {
    const { role, first, day, week, month } = known[i] as Known;
    const { date, starts_at: startsAt, ends_at: endsAt, minutes: request } = shift;
    return {
      date,
      clock: wallStretches(startsAt, endsAt, read.tenant.timeZone),
      resource: null,
      role,
      minutes: { request, day: day + request, week: week + request, month: month + request },
      first,
      cost: null,
    };
  });
}

async function readKnown(read: Read, rules: readonly Rule[], shifts: readonly Wanted[]) {
  const asked = factsAsked(rules);
  const column = (of: (shift: Wanted) => string | null) => shifts.map(of);
  const others = sql`other.organisation_id = ${read.tenant.id} and other.person_id = wanted.person_id
    and other.status = 'APPROVED' and other.id <> wanted.id
    and other.id is distinct from wanted.gives
    and (wanted.asked_at is null or other.created_at <= wanted.asked_at)`;
  const sumOn = (dates: ReturnType<typeof sql>) =>
    asked.hours
      ? sql`(select coalesce(sum(other.minutes), 0)::integer from shift other
          where ${others} and ${dates})`
      : sql`0`;
  const found = await sql<Known>`
    select coalesce(person.own_role_id::text, person.role) as role,
      ${sumOn(sql`other.date = wanted.date`)} as day,
      ${sumOn(sql`other.date between wanted.monday and wanted.monday + 6`)} as week,
      ${sumOn(sql`other.date >= date_trunc('month', wanted.date)
        and other.date < date_trunc('month', wanted.date) + interval '1 month'`)} as month,
      ${asked.first ? sql`not exists (select from shift other where ${others})` : sql`false`} as first
    from unnest(${column(({ id }) => id)}::uuid[], ${column((shift) => shift.person_id)}::uuid[],
        ${column(({ date }) => date)}::date[], ${column(({ date }) => mondayOf(date))}::date[],
        ${column((shift) => shift.gives ?? null)}::uuid[],
        ${column((shift) => shift.asked_at ?? null)}::timestamptz[])
      with ordinality as wanted (id, person_id, date, monday, gives, asked_at, place)
    join person on person.organisation_id = ${read.tenant.id} and person.id = wanted.person_id
    order by wanted.place`.execute(read.db);
  return found.rows;
}
