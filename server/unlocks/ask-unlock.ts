import { askUnlock as route } from '../../contract/routes.ts';
import { findUnlockRules, lockDuties, whyNotUnlock } from '../duty/module.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { violates } from '../platform/postgres-error.ts';
import { found, Refusal, refuseIf } from '../platform/problem.ts';
import { presentRequest } from './present-request.ts';
import { recordRequest } from './request-event.ts';
import { tellAsked } from './request-letters.ts';
import { freeExpired, getRequest, insertRequest } from './request-store.ts';

/** An admin asks a second one to unlock assignments; until then everyone keeps their duty. */
export const askUnlock = action(route, async (tx, { body }) => {
  const { duties } = await lockDuties(tx, body.assignments);
  refuseIf(whyNotUnlock(duties));
  const matches = await findUnlockRules(tx, duties);
  if (matches.length === 0) throw needsNone();

  await freeExpired(tx, body.assignments);
  const request = { id: newId(), reason: body.reason };
  await insertRequest(tx, { ...request, approval_reasons: matches, duties }).catch(throwAsked);
  const facts = { approval_reasons: matches };
  const entry = await recordRequest(tx, 'unlock.requested', request, duties, facts);
  await tellAsked(tx, entry, body.reason, duties);
  return presentRequest(tx, found(await getRequest(tx, request.id)));
});

function needsNone(): Refusal {
  const sentence = 'No rule asks for a second admin: unlock them at once.';
  return new Refusal(409, 'unlock_needs_none', sentence);
}

function throwAsked(error: unknown): never {
  if (!violates(error, 'unlock_request_item_one_pending')) throw error;
  const sentence = 'One of these waits for a second admin already: decide or cancel that first.';
  throw new Refusal(409, 'unlock_asked', sentence);
}
