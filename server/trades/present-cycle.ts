import type { TradeCycle } from '../../contract/trades/trade-cycle.ts';
import { decides } from '../booking/module.ts';
import type { View } from '../platform/scope.ts';
import { type Deal, turnsOf } from './deal.ts';
import { abilities, whyNotYet } from './present-trade.ts';
import { isAgreed } from './trade.ts';
import { presentTraded } from './traded.ts';

/** A ring for someone who sees it: whose the others are shows when it is done. */
export async function presentCycle(view: View, deal: Deal): Promise<TradeCycle> {
  const { by } = view;
  const why = await whyNotYet(view, deal);
  const isSeen = decides(by) || deal.status === 'ACCEPTED';
  return {
    id: deal.id,
    status: deal.status,
    legs: turnsOf(deal).map(({ person, gives, gets }, i) => {
      const mine = person.id === by.personId;
      return {
        mine,
        person: isSeen || mine ? person.id : null,
        person_name: isSeen || mine ? person.full_name : null,
        gives: presentTraded(gives),
        gets: presentTraded(gets),
        accepted: deal.legs[i]?.accepted_at !== null,
      };
    }),
    response_message: deal.response_message,
    waits_for: deal.status !== 'PENDING' ? null : isAgreed(deal) ? 'admin' : 'people',
    approval_reasons: deal.approval_reasons,
    created_at: deal.created_at,
    closed_at: deal.closed_at,
    version: deal.version,
    can: abilities(deal, by, why),
    why_not: why && { code: why.code, detail: why.detail },
  };
}
