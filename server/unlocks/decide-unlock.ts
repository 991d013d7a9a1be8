import { decideUnlock as route } from '../../contract/routes.ts';
import { type DutyRow, findDuties, lockDuties, takeOff, tellUnlocked } from '../duty/module.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { presentRequest } from './present-request.ts';
import { whyNotCancel, whyNotDecide } from './request.ts';
import { recordRequest } from './request-event.ts';
import { tellDecided } from './request-letters.ts';
import { closeRequest, getRequest, lockRequest, type RequestRow } from './request-store.ts';

/** A second admin approves an unlock, which then happens like every other, or rejects it; who asked cancels it. */
export const decideUnlock = action(route, async (tx, { params, body }) => {
  const before = found(await getRequest(tx, params.id));
  const approves = body.action === 'approve';
  const duties = approves
    ? (await lockDuties(tx, before.assignments)).duties
    : await findDuties(tx, before.assignments);
  const request = found(await lockRequest(tx, params.id));
  refuseIf((body.action === 'cancel' ? whyNotCancel : whyNotDecide)(request, tx.by));

  const message = body.message ?? '';
  if (approves) await approve(tx, request, duties, message);
  else if (body.action === 'reject') await reject(tx, request, duties, message);
  else {
    await closeRequest(tx, request, 'CANCELLED', message);
    await recordRequest(tx, 'unlock.cancelled', request, duties);
  }
  return presentRequest(tx, found(await getRequest(tx, request.id)));
});

/** The unlock itself, with the reason of who asked: log, reminders, time, letters as ever. */
async function approve(
  tx: ActorTx,
  request: RequestRow,
  duties: readonly DutyRow[],
  message: string,
): Promise<void> {
  await closeRequest(tx, request, 'APPROVED', message);
  const entry = await recordRequest(tx, 'unlock.approved', request, duties, { message });
  const because: ActorTx = { ...tx, causeId: entry };
  const facts = { unlock_request: request.id, requested_by: request.requested_by };
  const told = await takeOff(because, duties, 'unlocked', request.reason, () => facts);
  await tellUnlocked(because, told, request.reason);
  await tellDecided(tx, entry, request, duties, { approved: true, message });
}

async function reject(
  tx: ActorTx,
  request: RequestRow,
  duties: readonly DutyRow[],
  message: string,
): Promise<void> {
  await closeRequest(tx, request, 'REJECTED', message);
  const entry = await recordRequest(tx, 'unlock.rejected', request, duties, { message });
  await tellDecided(tx, entry, request, duties, { approved: false, message });
}
