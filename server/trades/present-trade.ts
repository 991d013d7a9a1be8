import type { Trade } from '../../contract/trades/trade.ts';
import { decides } from '../booking/module.ts';
import type { Refused } from '../platform/problem.ts';
import type { Actor, View } from '../platform/scope.ts';
import { type Deal, type Leg, turnsOf } from './deal.ts';
import { firstOf, judgeTurns } from './judge-turns.ts';
import {
  isAgreed,
  isAsker,
  whyNotAccept,
  whyNotCancel,
  whyNotDecide,
  whyNotReject,
} from './trade.ts';
import { presentTraded } from './traded.ts';

/** A trade of two for someone who sees it: whose the other is, who asked learns when it is done. */
export async function presentTrade(view: View, deal: Deal): Promise<Trade> {
  const [asker, target] = deal.legs as [Leg, Leg];
  const { by } = view;
  const why = await whyNotYet(view, deal);
  const isSeen = decides(by) || target.person.id === by.personId || deal.status === 'ACCEPTED';
  return {
    id: deal.id,
    status: deal.status,
    requester: asker.person.id,
    requester_name: asker.person.full_name,
    target: isSeen ? target.person.id : null,
    target_name: isSeen ? target.person.full_name : null,
    requester_reservation: presentTraded(asker.gives),
    target_reservation: presentTraded(target.gives),
    direction: directionOf(deal, by),
    message: deal.message,
    response_message: deal.response_message,
    waits_for: deal.status !== 'PENDING' ? null : isAgreed(deal) ? 'admin' : 'target',
    approval_reasons: deal.approval_reasons,
    created_at: deal.created_at,
    answered_at: deal.answered_at,
    closed_at: deal.closed_at,
    version: deal.version,
    can: {
      ...abilities(deal, by, why),
      cancel: whyNotCancel(deal, by) === null,
    },
    why_not: why && { code: why.code, detail: why.detail },
  };
}

/** What stands in the way for who could accept or approve it now. */
export async function whyNotYet(view: View, deal: Deal): Promise<Refused | null> {
  const may = [whyNotAccept(deal, view.by), whyNotDecide(deal, view.by)];
  if (!may.includes(null)) return null;
  return firstOf(await judgeTurns(view, turnsOf(deal), view.by));
}

/** What someone may do with it, by the rules that enforce it; `why`: what stands in the way. */
export function abilities(deal: Deal, by: Actor, why: Refused | null) {
  const decidable = whyNotDecide(deal, by) === null;
  return {
    accept: whyNotAccept(deal, by) === null && why === null,
    reject: whyNotReject(deal, by) === null,
    approve: decidable && why === null,
    decline: decidable,
  };
}

function directionOf(deal: Deal, by: Actor): Trade['direction'] {
  if (isAsker(deal, by)) return 'sent';
  return deal.legs[1]?.person.id === by.personId ? 'received' : 'other';
}
