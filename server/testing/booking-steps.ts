import type { Answered } from './client.ts';
import type { World } from './open-world.ts';

/** What the tests of booking do again and again, through the HTTP door. */
type Name = keyof World['as'];

/** When, and of what; on 1 December from ten to eleven, of the default resource, unless said otherwise. */
export type BookingWish = {
  date?: string;
  start?: string;
  end?: string;
  notes?: string;
  resource?: string;
};

/** Someone reserves a span. */
export function book(world: World, who: Name, wish: BookingWish = {}): Promise<Answered> {
  return world.as[who].post('/api/reservations', {
    date: wish.date ?? '2026-12-01',
    start_time: wish.start ?? '10:00',
    end_time: wish.end ?? '11:00',
    ...(wish.notes !== undefined && { notes: wish.notes }),
    ...(wish.resource !== undefined && { resource: wish.resource }),
  });
}

/** Reserves and expects it to be taken down; returns the reservation's id. */
export async function booked(world: World, who: Name, wish: BookingWish = {}): Promise<string> {
  const answer = await book(world, who, wish);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Ben adds a resource; returns its id. */
export async function addedResource(
  world: World,
  name: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const answer = await world.as.ben.post('/api/resources', { name, ...more });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Ben makes a time of a weekday (0 is Monday) prime time; returns its id. */
export async function primeTime(
  world: World,
  weekday: number,
  start = '17:00',
  end = '19:00',
  more: Record<string, unknown> = {},
): Promise<string> {
  const answer = await world.as.ben.post('/api/reservations/admin/primetime', {
    ...{ weekday, start_time: start, end_time: end, is_active: true },
    ...more,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Ben changes how reservations are taken. */
export async function bookingSettings(
  world: World,
  settings: Record<string, unknown>,
): Promise<void> {
  const answer = await world.as.ben.put('/api/reservations/admin/settings', settings);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** Ben approves, or rejects with a reason. */
export function decide(world: World, id: string, reason?: string): Promise<Answered> {
  const body =
    reason === undefined ? { action: 'approve' } : { action: 'reject', rejection_reason: reason };
  return world.as.ben.post(`/api/reservations/${id}/approve`, body);
}

/** A reservation as the admins see it. */
export async function reservationOf(world: World, id: string) {
  return (await world.as.ben.get(`/api/reservations/${id}`)).body;
}

/** The kinds of holder that a reservation's commitments have, and whether they are firm. */
export function commitmentsOf(world: World, id: string): Promise<object[]> {
  return world.sql('SELECT holder_kind, firmness FROM commitment WHERE source_id = $1 ORDER BY 1', [
    id,
  ]);
}

/** The templates of the messages about a thing, oldest first, with whom they went to. */
export async function toldOf(world: World, id: string): Promise<string[]> {
  const rows = await world.sql<{ told: string }>(
    `SELECT m.template || ' ' || split_part(m.address, '@', 1) AS told FROM message m
     JOIN journal j ON j.id = m.journal_id WHERE j.subject_id = $1 ORDER BY j.seq, 1`,
    [id],
  );
  return rows.map(({ told }) => told);
}

/**
 * What must never be: live reservations without exactly their commitments, commitments of those that
 * are over, overlaps.
 */
export function bookingUntruths(world: World): Promise<object[]> {
  return world.sql(`
    SELECT r.id, r.status, array_agg(c.holder_id) AS held FROM reservation r
      JOIN resource ON resource.id = r.resource_id
      LEFT JOIN commitment c ON c.source_id = r.id AND c.source_kind = 'reservation'
        AND c.starts_at = r.starts_at AND c.ends_at = r.ends_at
        AND (c.holder_id = r.unit_id OR c.holder_id = r.person_id)
        AND (c.firmness = 'held') = (r.status = 'PENDING')
    GROUP BY r.id, r.status, resource.occupies_person
    HAVING count(c.id) <> CASE WHEN r.status IN ('CONFIRMED', 'PENDING')
      THEN 1 + resource.occupies_person::int ELSE 0 END
    UNION ALL
    SELECT a.id, a.source_kind, NULL FROM commitment a JOIN commitment b
      ON a.holder_id = b.holder_id AND a.id < b.id AND a.during && b.during`);
}

/** A series as the API shows it. */
export type MadeSeries = {
  id: string;
  version: number;
  reservations: { id: string; date: string; start_time: string; status: string }[];
};

/** Cleo reserves by a rule, from ten to eleven. */
export async function madeSeries(
  world: World,
  date: string,
  rrule = 'FREQ=WEEKLY;COUNT=4',
): Promise<MadeSeries> {
  const body = { date, start_time: '10:00', end_time: '11:00', rrule };
  const answer = await world.as.cleo.post('/api/reservations/series', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.series;
}

/** The id of the nth of a series, from 0. */
export function nth(series: MadeSeries, n: number): string {
  const one = series.reservations[n];
  if (!one) throw new Error(`there is no ${n} in the series`);
  return one.id;
}

/** A series as it is now, to its person. */
export async function readSeries(world: World, id: string): Promise<MadeSeries> {
  return (await world.as.cleo.get(`/api/reservations/series/${id}`)).body;
}

/** Its dates, starts and statuses. */
export function shownOf({ reservations }: MadeSeries): string[] {
  return reservations.map((one) => `${one.date} ${one.start_time.slice(0, 5)} ${one.status}`);
}

/** One of each thing of booking at Harbour Care, by the prefix of its path and by the fields that name it. */
export async function bookingThings(world: World): Promise<Record<string, string>> {
  const resource = await addedResource(world, 'Harbour court');
  const prime = await primeTime(world, 6);
  const reservation = await booked(world, 'cleo', { date: '2026-12-28' });
  const series = await madeSeries(world, '2026-12-29', 'FREQ=WEEKLY;COUNT=2');
  return {
    '/resources/:id': resource,
    '/reservations/:id': reservation,
    '/reservations/series/:id': series.id,
    '/reservations/admin/primetime/:id': prime,
    ...{ resource, reservation, series: series.id },
  };
}
