import type { Offer } from '../../contract/offers/offer.ts';
import type { Match } from '../platform/approval/why-approval-needed.ts';
import type { Refused } from '../platform/problem.ts';
import type { Actor, View } from '../platform/scope.ts';
import { decides, type ShiftRow } from '../rota/module.ts';
import { hoursText } from '../timeline/module.ts';
import { type Burden, loadBurden } from './burden.ts';
import { type Deal, findParties, type Party } from './deal.ts';
import {
  seesReason,
  whyNotDecideOffer,
  whyNotRefuse,
  whyNotTake,
  whyNotWithdraw,
} from './offer.ts';
import { type Turn, turnsOf, whyNotSwap } from './swap.ts';
import { whySwapsWait } from './swap-approval.ts';

/** Offers for someone who sees them: what they may do with each by the rules that enforce it, and why not. */
export async function presentOffers(view: View, deals: readonly Deal[]): Promise<Offer[]> {
  const live = deals.filter(({ state }) => state === 'OPEN' || state === 'TAKEN');
  const people = live.flatMap((one) => [one.person_id, one.taker_id ?? []].flat());
  const shifts = live.flatMap((one) => [one.shift, one.exchange ?? []].flat());
  const [burden, [viewer]] = await Promise.all([
    loadBurden(view, [view.by.personId, ...people], shifts),
    findParties(view, [view.by.personId]),
  ]);
  const swaps = deals.map((deal) => turnsFor(deal, view.by, viewer));
  const matches = await whySwapsWait(view, swaps);
  const zone = view.tenant.timeZone;
  return deals.map((deal, i) => {
    const around = { burden, matches: matches[i] ?? [], turns: swaps[i] ?? [], zone };
    const { can, why } = abilities(deal, view.by, around);
    return {
      ...factsOf(deal, view.by),
      approval_reasons: around.matches,
      can,
      why_not: why && { code: why.code, detail: why.detail },
    };
  });
}

/** One offer, likewise. */
export async function presentOffer(view: View, deal: Deal): Promise<Offer> {
  const [offer] = await presentOffers(view, [deal]);
  return offer as Offer;
}

type Around = { burden: Burden; matches: Match[]; turns: readonly Turn[]; zone: string };

/** What would change hands for the viewer: if they take it, or as it was taken. */
function turnsFor(deal: Deal, by: Actor, viewer: Party | undefined): Turn[] {
  if (deal.state === 'TAKEN' && deal.taker) return turnsOf(deal, deal.taker);
  return viewer && whyNotTake(deal, by) === null ? turnsOf(deal, viewer) : [];
}

function abilities(
  deal: Deal,
  by: Actor,
  { burden, matches, turns, zone }: Around,
): { can: Offer['can']; why: Refused | null } {
  const decidable = decides(by) && whyNotDecideOffer(deal) === null;
  const takeable = whyNotTake(deal, by) === null;
  const needApproval = matches.length > 0;
  const why = (override: boolean) =>
    decidable || takeable ? whyNotSwap(turns, burden, zone, override) : null;
  return {
    can: {
      take: takeable && why(needApproval) === null,
      refuse: whyNotRefuse(deal, by) === null,
      withdraw: whyNotWithdraw(deal, by) === null,
      approve: decidable && why(true) === null,
      decline: decidable,
    },
    why: why(takeable && needApproval),
  };
}

function factsOf(deal: Deal, by: Actor): Omit<Offer, 'approval_reasons' | 'can' | 'why_not'> {
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
    reason: seesReason(by, deal) ? deal.reason : '',
    created_at: deal.created_at,
    taken_at: deal.taken_at,
    closed_at: deal.closed_at,
    version: deal.version,
  };
}

/** A shift as offers show it, to whoever sees the offer: no notes. */
export function presentOffered(row: ShiftRow): Offer['shift'] {
  return {
    id: row.id,
    schedule_period: row.period_id,
    schedule_period_name: row.period_name,
    pa_id: row.person_id,
    pa_name: row.person_name,
    date: row.date,
    start_time: row.start_time,
    end_time: row.end_time,
    overnight: row.overnight,
    duration_hours: hoursText(row.minutes),
  };
}
