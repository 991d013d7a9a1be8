import type { Answered } from './client.ts';
import type { World } from './open-world.ts';
import { approve, asked, type Wish } from './rota-steps.ts';

/** What the tests of offers do again and again, through the HTTP door. */
type Name = keyof World['as'];

/** Someone asks for a shift and Ben approves it; returns its id. */
export async function held(world: World, who: Name, wish: Wish): Promise<string> {
  const shift = await asked(world, who, wish);
  const answer = await approve(world, shift);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return shift;
}

/** Someone offers a shift of theirs: to all, or as said. */
export function offer(
  world: World,
  who: Name,
  shift: string,
  how: Record<string, unknown> = {},
): Promise<Answered> {
  return world.as[who].post('/api/shift-offers', { shift, ...how });
}

/** Offers and expects it to be taken down; returns the offer's id. */
export async function offered(
  world: World,
  who: Name,
  shift: string,
  how: Record<string, unknown> = {},
): Promise<string> {
  const answer = await offer(world, who, shift, how);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Does something to an offer: take, withdraw, refuse; approve and decline as Ben. */
export function does(
  world: World,
  who: Name,
  verb: 'take' | 'withdraw' | 'refuse' | 'approve' | 'decline',
  id: string,
  body?: object,
): Promise<Answered> {
  const needed = verb === 'approve' ? {} : verb === 'decline' ? { reason: 'no' } : undefined;
  return world.as[who].post(`/api/shift-offers/${id}/${verb}`, body ?? needed);
}

/** Whether swaps need an admin's approval in the organisation of the world. */
export async function swapsNeedApproval(world: World, needed: boolean): Promise<void> {
  const answer = await world.as.ben.patch('/api/rota-settings', { swaps_need_approval: needed });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** Whose the shift is by its row, and by the timeline: always the same. */
export async function holderOf(world: World, shift: string): Promise<string> {
  const rows = await world.sql<{ person_id: string; held: string[] }>(
    `SELECT person_id, array(SELECT holder_id::text FROM commitment c WHERE c.source_id = s.id
       AND c.holder_kind = 'person') AS held FROM shift s WHERE id = $1`,
    [shift],
  );
  const [row] = rows;
  if (row?.held.length !== 1 || row.held[0] !== row.person_id) {
    throw new Error(`the timeline differs from the shift: ${JSON.stringify(row)}`);
  }
  const [name] = Object.entries(world.ids).find(([, id]) => id === row.person_id) ?? [];
  return name ?? row.person_id;
}

/** Commitments that differ from approved shifts, and overlaps: there must never be one. */
export function untruths(world: World): Promise<object[]> {
  return world.sql(`
    SELECT s.id FROM shift s FULL JOIN commitment c ON c.source_id = s.id AND c.holder_kind = 'person'
      AND c.holder_id = s.person_id AND c.starts_at = s.starts_at AND c.ends_at = s.ends_at
    WHERE coalesce(s.status, 'APPROVED') = 'APPROVED' AND coalesce(c.source_kind, 'shift') = 'shift'
      AND coalesce(c.holder_kind, 'person') = 'person' AND (s.id IS NULL OR c.id IS NULL)
    UNION ALL
    SELECT a.id FROM commitment a JOIN commitment b ON a.holder_id = b.holder_id AND a.id < b.id
      AND a.during && b.during`);
}
