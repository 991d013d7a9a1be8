import type { DeliveryStatus } from '../../contract/inbox/delivery.ts';
import { sendAgain as route } from '../../contract/inbox/send-again.ts';
import type { Refused } from '../platform/problem.ts';

type Delivery = {
  status: DeliveryStatus;
  data: Record<string, unknown>;
  withdrawn_at: string | null;
  expires_at: string | null;
};

/** Why a message can't be sent again, as far as it can be seen from the message alone. */
export function whyNotSendAgain(
  { status, data, withdrawn_at, expires_at }: Delivery,
  now: Temporal.Instant,
): Refused | null {
  if (withdrawn_at !== null) return refused('withdrawn');
  if (expires_at && Temporal.Instant.compare(Temporal.Instant.from(expires_at), now) <= 0) {
    return refused('expired');
  }
  if (status === 'queued' || status === 'sending') return refused('on_its_way');
  if (data.pruned) return refused('no_longer_kept');
  return null;
}

/** Why it can't be sent to this person, at this address. */
export function whyNotSendTo(person: {
  active: boolean;
  address: string | null;
  optedOut: boolean;
}): Refused | null {
  if (!person.active) return refused('person_inactive');
  if (person.address === null) return refused('no_address');
  return person.optedOut ? refused('opted_out') : null;
}

function refused(code: keyof typeof route.refusals): Refused {
  return { code, detail: route.refusals[code] };
}
