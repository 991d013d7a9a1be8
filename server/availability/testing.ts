import type { Answered } from '../testing/client.ts';
import type { World } from '../testing/open-world.ts';

type Absence = { start_date: string; end_date?: string; [field: string]: unknown };

/** Someone is away; for whole days, and one day unless said otherwise. */
export function goAway(world: World, who: keyof World['as'], absence: Absence): Promise<Answered> {
  return world.as[who].post('/api/absences', { end_date: absence.start_date, ...absence });
}

/** The spans that an absence has taken on the timeline, as instants. */
export function taken(world: World, person: string): Promise<{ from: string; until: string }[]> {
  return world.sql(
    `SELECT to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI') AS from,
       to_char(ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI') AS until
     FROM commitment WHERE holder_id = $1 AND source_kind = 'absence' ORDER BY 1`,
    [person],
  );
}

/** Someone says anew when in a usual week they can be on. */
export function say(
  world: World,
  who: keyof World['as'],
  hours: object[],
  more: { person?: string; time_zone?: string } = {},
): Promise<Answered> {
  const { person = world.ids[who], ...zone } = more;
  return world.as[who].put(`/api/users/${person}/availability`, { hours, ...zone });
}
