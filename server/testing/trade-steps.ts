import { type BookingWish, booked } from './booking-steps.ts';
import type { Answered } from './client.ts';
import type { World } from './open-world.ts';

/** What the tests of trades do again and again, through the HTTP door. */
type Name = keyof World['as'];

/** Someone asks to swap a reservation of theirs for another. */
export function trade(world: World, who: Name, mine: string, theirs: string, message?: string) {
  return world.as[who].post('/api/reservations/trades', {
    requester_reservation_id: mine,
    target_reservation_id: theirs,
    ...(message !== undefined && { message }),
  });
}

/** Asks and expects it to be taken down; returns the trade's id. */
export async function traded(world: World, who: Name, mine: string, theirs: string) {
  const answer = await trade(world, who, mine, theirs);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id as string;
}

/** Someone answers a trade of two, or decides on it. */
export function answer(
  world: World,
  who: Name,
  id: string,
  action: string,
  response_message?: string,
): Promise<Answered> {
  const body = { action, ...(response_message !== undefined && { response_message }) };
  return world.as[who].post(`/api/reservations/trades/${id}`, body);
}

/** Someone answers a ring, or decides on it. */
export function answerRing(
  world: World,
  who: Name,
  id: string,
  action: string,
  response_message?: string,
): Promise<Answered> {
  const body = { action, ...(response_message !== undefined && { response_message }) };
  return world.as[who].post(`/api/reservations/trade-cycles/${id}`, body);
}

/** Someone says what they would take for a reservation of theirs. */
export function wish(world: World, who: Name, reservation: string, wanted: object) {
  return world.as[who].post('/api/reservations/trade-wishes', { reservation, wanted });
}

/** Cleo has a morning and Dev an afternoon of the same day; their reservations. */
export async function twoOf(world: World, date: string, more: Partial<BookingWish> = {}) {
  const mine = await booked(world, 'cleo', { date, start: '10:00', end: '11:00', ...more });
  const theirs = await booked(world, 'dev', { date, start: '14:00', end: '15:00', ...more });
  return [mine, theirs] as const;
}

/** Whose a reservation is by its row, and by the timeline: always the same. */
export async function ownerOf(world: World, reservation: string): Promise<string> {
  const [row] = await world.sql<{ person_id: string; held: string[] }>(
    `SELECT person_id, array(SELECT holder_id::text FROM commitment c WHERE c.source_id = r.id
       AND c.holder_kind = 'person') AS held FROM reservation r WHERE id = $1`,
    [reservation],
  );
  if (row?.held.some((holder) => holder !== row.person_id)) {
    throw new Error(`the timeline differs from the reservation: ${JSON.stringify(row)}`);
  }
  const [name] = Object.entries(world.ids).find(([, id]) => id === row?.person_id) ?? [];
  return name ?? 'nobody';
}

/** The events about a trade or reservation, oldest first. */
export async function happened(world: World, subject: string): Promise<string[]> {
  const entries = await world.sql<{ event: string }>(
    'SELECT event FROM journal WHERE subject_id = $1 ORDER BY seq',
    [subject],
  );
  return entries.map(({ event }) => event);
}

/** One of each thing of trades, for the tests that try every route: ids by path and by field. */
export async function tradeThings(world: World): Promise<Record<string, string>> {
  const [mine, theirs] = await twoOf(world, '2026-12-10');
  const [given, wanted] = await twoOf(world, '2026-12-11');
  await wish(world, 'cleo', given, { reservations: [wanted] });
  const { body } = await wish(world, 'dev', wanted, { reservations: [given] });
  return {
    '/reservations/trades/:id': await traded(world, 'cleo', mine, theirs),
    '/reservations/trade-wishes/:id': body.id,
    '/reservations/trade-cycles/:id': body.cycle,
    requester_reservation_id: mine,
    target_reservation_id: theirs,
    reservation: mine,
  };
}
