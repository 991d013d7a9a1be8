import type { UnlockStatus } from '../../contract/unlocks/unlock-request.ts';
import type { Refused } from '../platform/problem.ts';
import type { Actor } from '../platform/scope.ts';

/** What the rules look at. */
type Asked = { status: UnlockStatus; requested_by: string };

/** Another admin than the one who asked decides, while it waits. */
export function whyNotDecide(request: Asked, by: Actor): Refused | null {
  if (request.requested_by !== by.personId) return whyClosed(request);
  const detail = 'You asked for it: another admin has to decide.';
  return { code: 'forbidden', status: 403, detail };
}

/** Who asked cancels it, while it waits. */
export function whyNotCancel(request: Asked, by: Actor): Refused | null {
  if (request.requested_by === by.personId) return whyClosed(request);
  return { code: 'forbidden', status: 403, detail: 'Only the one who asked cancels it.' };
}

function whyClosed({ status }: Asked): Refused | null {
  if (status === 'PENDING') return null;
  const facts = { unlock_status: status };
  if (status === 'EXPIRED') {
    const detail = 'An assignment of it was taken off meanwhile: ask for the others anew.';
    return { code: 'unlock_expired', detail, facts };
  }
  return { code: 'unlock_closed', detail: `It is ${status.toLowerCase()} already.`, facts };
}
