import { decideReservations as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { LostRace, notFound, Refusal } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { type Decision, decide, reasonOf } from './decide.ts';
import { presentReservation } from './present-reservation.ts';
import { lockReservations, type ReservationRow } from './reservation-row.ts';

/** An admin decides on several at once; one that can't be decided on keeps none of the others from it. */
export const decideReservations = action(route, async (tx, { body }) => {
  const reason = reasonOf(body);
  const rows = new Map((await lockReservations(tx, body.ids)).map((row) => [row.id, row]));
  const results = [];
  for (const id of body.ids) results.push(await resultOf(tx, id, rows.get(id), body, reason));
  return { results };
});

/** What became of one. Refusals come before anything of it is written. */
async function resultOf(
  tx: ActorTx,
  id: string,
  row: ReservationRow | undefined,
  decision: Decision,
  reason: string,
) {
  try {
    if (!row) throw notFound();
    const decided = await decide(tx, row, decision, reason);
    return { id, ok: true, reservation: presentReservation(decided, tx), problem: null };
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof LostRace) throw error;
    const problem = { code: error.code, detail: error.message };
    return { id, ok: false, reservation: row ? presentReservation(row, tx) : null, problem };
  }
}
