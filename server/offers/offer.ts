import type { OfferState } from '../../contract/offers/offer.ts';
import type { Refused } from '../platform/problem.ts';
import type { Actor } from '../platform/scope.ts';
import { decides } from '../rota/module.ts';

/** What the rules look at. */
export type Offered = {
  state: OfferState;
  person_id: string;
  to_id: string | null;
  taker_id: string | null;
};

/** An offer to all is everybody's to see; any other its person's, its addressee's and the admins'. */
export function seesOffer(by: Actor, offer: Offered): boolean {
  const mine = offer.person_id === by.personId || offer.to_id === by.personId;
  return mine || offer.to_id === null || decides(by);
}

/** Why an admin declined is for those two and the admins, also where all see the offer. */
export function seesReason(by: Actor, offer: Offered): boolean {
  return [offer.person_id, offer.taker_id].includes(by.personId) || decides(by);
}

/** Whoever an open offer is made to may take it, but not its own person. */
export function whyNotTake(offer: Offered, by: Actor): Refused | null {
  if (offer.person_id === by.personId) {
    return { code: 'offer_own', detail: 'This is your own offer; someone else has to take it.' };
  }
  return whyNotAddressed(offer, by) ?? whyNotOpen(offer);
}

/** Whom an open offer is made to says no to it; who took one gives it back, until it is decided. */
export function whyNotRefuse(offer: Offered, by: Actor): Refused | null {
  if (offer.state === 'TAKEN' && offer.taker_id === by.personId) return null;
  if (offer.to_id === null)
    return notYours('It is made to all; leave it, or give back what you took.');
  return whyNotAddressed(offer, by) ?? whyNotOpen(offer);
}

/** Its own person withdraws an offer, until it is done. */
export function whyNotWithdraw(offer: Offered, by: Actor): Refused | null {
  if (offer.person_id !== by.personId) return notYours('Only the one who made it withdraws it.');
  return whyEnded(offer);
}

/** An admin decides on what someone has taken. */
export function whyNotDecideOffer(offer: Offered): Refused | null {
  const ended = whyEnded(offer);
  if (ended || offer.state === 'TAKEN') return ended;
  return { code: 'offer_not_taken', detail: 'Nobody has taken this offer yet.' };
}

function whyNotAddressed(offer: Offered, by: Actor): Refused | null {
  if (offer.to_id === null || offer.to_id === by.personId) return null;
  return notYours('This offer is made to someone else.');
}

function whyNotOpen(offer: Offered): Refused | null {
  if (offer.state === 'TAKEN' || offer.state === 'DONE') {
    return { code: 'offer_taken', detail: 'Someone took this offer already.' };
  }
  return whyEnded(offer);
}

const endings: Partial<Record<OfferState, string>> = {
  DONE: 'done',
  DECLINED: 'declined by an admin',
  REFUSED: 'refused',
  WITHDRAWN: 'withdrawn',
};

function whyEnded({ state }: Offered): Refused | null {
  if (state === 'EXPIRED') {
    const detail = 'A shift of this offer changed, began or can’t change any more: offer it anew.';
    return { code: 'offer_expired', detail, facts: { offer_state: state } };
  }
  const ending = endings[state];
  if (!ending) return null;
  const detail = `This offer is ${ending} already.`;
  return { code: 'offer_closed', detail, facts: { offer_state: state } };
}

function notYours(detail: string): Refused {
  return { code: 'forbidden', status: 403, detail };
}
