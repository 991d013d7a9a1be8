import { sql } from 'kysely';
import type { Read } from '../platform/scope.ts';
import { addDays, type Clash, findClashes, instantOf, mondayOf } from '../timeline/module.ts';
import { findPatterns } from './pattern-store.ts';
import type { Colleague } from './rank-candidates.ts';

/** Everyone active, with what commits them and their approved hours from `from` to `until`. */
export async function findColleagues(
  read: Read,
  from: string,
  until: string,
): Promise<Colleague[]> {
  const people = await read.db
    .selectFrom('person')
    .select(['id', 'full_name', 'weekly_limit_minutes', 'daily_limit_minutes', 'rest_minutes_min'])
    .where('organisation_id', '=', read.tenant.id)
    .where('active', '=', true)
    .execute();
  const zone = read.tenant.timeZone;
  const span = {
    // Two days before as well: rest is looked for across midnight.
    startsAt: instantOf(`${addDays(from, -2)}T00:00:00`, zone).toString(),
    endsAt: instantOf(`${addDays(until, 4)}T00:00:00`, zone).toString(),
  };
  const ids = people.map((person) => person.id);
  const [clashes, weeks, patterns] = await Promise.all([
    findClashes(read, ids, span),
    findWeekMinutes(read, from, until),
    findPatterns(read),
  ]);
  const busy = Map.groupBy(clashes, (clash) => clash.holder.id);
  const worked = Map.groupBy(weeks, (week) => week.person_id);
  const patternOf = new Map(patterns.map((row) => [row.person_id, row]));
  return people.map((person) => {
    const pattern = patternOf.get(person.id);
    return {
      id: person.id,
      name: person.full_name,
      limitMinutes: person.weekly_limit_minutes,
      weekMinutes: new Map(worked.get(person.id)?.map((week) => [week.monday, week.minutes])),
      busy: (busy.get(person.id) ?? []).map(instants),
      work: (busy.get(person.id) ?? []).filter(isWork).map(instants),
      dailyLimitMinutes: person.daily_limit_minutes,
      restMinutesMin: person.rest_minutes_min,
      pattern: pattern
        ? {
            weekdays: pattern.weekdays,
            startHours: pattern.start_hours,
            meanMinutes: pattern.mean_minutes,
            weeks: pattern.weeks,
          }
        : null,
    };
  });
}

// Whoever is away does not work.
function isWork({ source }: Clash): boolean {
  return source.kind !== 'absence';
}

function instants({ startsAt, endsAt }: Clash) {
  return {
    from: Temporal.Instant.from(startsAt).epochMilliseconds,
    until: Temporal.Instant.from(endsAt).epochMilliseconds,
  };
}

/** Approved minutes by person and Monday, for the ISO weeks of the dates. */
async function findWeekMinutes(read: Read, from: string, until: string) {
  const monday = sql<string>`date_trunc('week', date)::date`;
  return read.db
    .selectFrom('shift')
    .select(['person_id', monday.as('monday')])
    .select(sql<number>`sum(minutes)::integer`.as('minutes'))
    .where('organisation_id', '=', read.tenant.id)
    .where('status', '=', sql.lit('APPROVED'))
    .where('date', '>=', mondayOf(from))
    .where('date', '<=', addDays(mondayOf(until), 6))
    .groupBy(['person_id', monday])
    .execute();
}
