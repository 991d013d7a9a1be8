import type { EventName } from '../../contract/events.ts';
import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import type { Deal } from './deal.ts';
import { type Offered, seesOffer, seesReason } from './offer.ts';
import { presentOffered } from './present-offer.ts';

type OfferEvent = Extract<EventName, `offer.${string}`> | 'shift.offered';

/** What the journal keeps of an offer; letters and live events are made from it. */
export function offerFacts(deal: Deal) {
  return {
    id: deal.id,
    shift: presentOffered(deal.shift),
    exchange_for: deal.exchange && presentOffered(deal.exchange),
    offered_by: deal.person_id,
    offered_by_name: deal.owner.full_name,
    to: deal.to_id,
    to_name: deal.to?.full_name ?? null,
    taken_by: deal.taker_id,
    taken_by_name: deal.taker?.full_name ?? null,
    message: deal.message,
    state: deal.state,
    reason: deal.reason,
  };
}

export type OfferFacts = ReturnType<typeof offerFacts>;

/** Writes an offer's event; offering itself is told of the shift. */
export function recordOffer(tx: Tx, event: OfferEvent, deal: Deal): Promise<string> {
  const subject = event === 'shift.offered' ? deal.shift_id : deal.id;
  return record(tx, event, subject, { offer: offerFacts(deal) });
}

const sentences: Record<OfferEvent, string> = {
  'shift.offered': 'A shift is on offer',
  'offer.taken': 'An offer was taken',
  'offer.refused': 'An offer was refused',
  'offer.withdrawn': 'An offer was withdrawn',
  'offer.declined': 'An offer was declined',
  'offer.expired': 'An offer expired',
};

/** An offer's event on the schedule of its periods, offers to all also to the organisation; to those who see it. */
export const liveOffer: Live = {
  topics({ data }) {
    const { shift, exchange_for: exchange, to } = data.offer as OfferFacts;
    const periods = [shift.schedule_period, ...(exchange ? [exchange.schedule_period] : [])];
    const schedules = [...new Set(periods)].map((period) => `schedule:${period}`);
    return to === null ? [...schedules, 'organisation'] : schedules;
  },
  present({ event, data }, { by }) {
    const offer = data.offer as OfferFacts;
    const message = sentences[event as OfferEvent];
    const state = stateOf(offer);
    if (!seesOffer(by, state)) return null;
    return { message, offer: seesReason(by, state) ? offer : { ...offer, reason: '' } };
  },
};

function stateOf(offer: OfferFacts): Offered {
  return {
    state: offer.state,
    person_id: offer.offered_by,
    to_id: offer.to,
    taker_id: offer.taken_by,
  };
}
