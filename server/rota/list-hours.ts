import { sql } from 'kysely';
import { listHours as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { invalid } from '../platform/problem.ts';
import { addDays, hoursText, mondayOfWeek } from '../timeline/module.ts';
import { decides } from './policy.ts';

/** Approved hours of an ISO week, a shift belonging to the week of its date: own, or everyone's for who decides. */
export const listHours = query(route, async (view, { query }) => {
  const monday = mondayOfWeek(query.week);
  if (!monday) throw invalid({ week: [`The year has no week ${query.week}.`] });
  let people = view.db
    .selectFrom('person')
    .leftJoin('shift', (join) =>
      join
        .onRef('shift.organisation_id', '=', 'person.organisation_id')
        .onRef('shift.person_id', '=', 'person.id')
        .on('shift.status', '=', sql.lit('APPROVED'))
        .on('shift.date', '>=', monday)
        .on('shift.date', '<=', addDays(monday, 6)),
    )
    .select(['person.id', 'person.full_name', 'person.weekly_limit_minutes as limit_minutes'])
    .select(sql<number>`coalesce(sum(shift.minutes), 0)::integer`.as('minutes'))
    .select(sql<number>`count(shift.id)::integer`.as('shift_count'))
    .where('person.organisation_id', '=', view.tenant.id)
    .where('person.active', '=', true);
  if (!decides(view.by)) people = people.where('person.id', '=', view.by.personId);
  const rows = await people
    .groupBy(['person.organisation_id', 'person.id'])
    .orderBy('person.full_name')
    .orderBy('person.id')
    .execute();
  return rows.map((row) => ({
    person: row.id,
    name: row.full_name,
    week: query.week,
    week_start: monday,
    hours: hoursText(row.minutes),
    limit: hoursText(row.limit_minutes),
    exceeds_limit: row.minutes > row.limit_minutes,
    shift_count: row.shift_count,
  }));
});
