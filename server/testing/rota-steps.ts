import type { Answered } from './client.ts';
import type { World } from './open-world.ts';

/** What the tests of the rota do again and again, through the HTTP door. */
export type Wish = {
  period: string;
  date?: string;
  start?: string;
  end?: string;
  overnight?: boolean;
  notes?: string;
};

/** Ben opens a period of December 2026, or as said. */
export async function openPeriod(
  world: World,
  period: Record<string, unknown> = {},
): Promise<string> {
  const december = { name: 'December 2026', start_date: '2026-12-01', end_date: '2026-12-31' };
  const answer = await world.as.ben.post('/api/schedule-periods', { ...december, ...period });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Someone asks for a shift; on 1 December from six to nine unless said otherwise. */
export function ask(world: World, who: keyof World['as'], wish: Wish): Promise<Answered> {
  return world.as[who].post('/api/shifts', {
    schedule_period: wish.period,
    date: wish.date ?? '2026-12-01',
    start_time: wish.start ?? '06:00',
    end_time: wish.end ?? '09:00',
    ...(wish.overnight !== undefined && { overnight: wish.overnight }),
    ...(wish.notes !== undefined && { notes: wish.notes }),
  });
}

/** Asks and expects it to be taken; returns the shift's id. */
export async function asked(world: World, who: keyof World['as'], wish: Wish): Promise<string> {
  const answer = await ask(world, who, wish);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Ben approves. */
export function approve(world: World, id: string, body: object = {}): Promise<Answered> {
  return world.as.ben.post(`/api/shifts/${id}/approve`, body);
}

/** The events about one thing, oldest first. */
export async function eventsOf(world: World, subject: string): Promise<string[]> {
  const entries = await world.journal();
  return entries.filter((entry) => entry.subject_id === subject).map(({ event }) => event);
}

/** The newest entry about a shift. */
export async function lastOfShift(world: World) {
  return (await world.journal()).findLast(({ event }) => event.startsWith('shift.'));
}

/** A period as it is when it has been locked or finalized. */
export async function setPeriod(world: World, id: string, status: string): Promise<void> {
  await world.sql('UPDATE schedule_period SET status = $2 WHERE id = $1', [id, status]);
}

/** What an answer says became of it: its status, and its code if it was refused. */
export function outcome({ status, body }: Answered): [number, string | undefined] {
  return [status, body.code];
}

/** Someone is at a duty, so that the timeline has them from `from` to `until` (instants). */
export async function commitElsewhere(
  world: World,
  who: keyof World['ids'],
  from: string,
  until: string,
): Promise<void> {
  await world.sql(
    `INSERT INTO commitment (organisation_id, id, holder_kind, holder_id, starts_at, ends_at,
       local_start, local_end, zone, tz_version, source_kind, source_id)
     SELECT organisation_id, gen_random_uuid(), 'person', id, $2::timestamptz, $3::timestamptz,
       $2::timestamptz AT TIME ZONE 'UTC', $3::timestamptz AT TIME ZONE 'UTC', 'UTC', '-', 'duty',
       gen_random_uuid()
     FROM person WHERE id = $1`,
    [world.ids[who], from, until],
  );
}
