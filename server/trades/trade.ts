import { decides } from '../booking/module.ts';
import type { Refused } from '../platform/problem.ts';
import type { Actor } from '../platform/scope.ts';
import type { Deal } from './deal.ts';

/** What the rules look at. */
export type Traded = Pick<Deal, 'status' | 'kind'> & {
  legs: readonly { person: { id: string }; accepted_at: string | null }[];
};

/** A trade is seen by those in it and by who decides. */
export function seesTrade(by: Actor, trade: Traded): boolean {
  return decides(by) || legOf(by, trade) !== undefined;
}

/** Whoever of it has not said yes yet may say it. */
export function whyNotAccept(trade: Traded, by: Actor): Refused | null {
  return whyNotIn(trade, by) ?? whyEnded(trade) ?? whyAnswered(trade, by);
}

/** Whoever of it was asked may say no, until it is done; of a pair, who asked cancels it instead. */
export function whyNotReject(trade: Traded, by: Actor): Refused | null {
  if (trade.kind === 'PAIR' && isAsker(trade, by)) {
    return notYours('You asked for it: cancel it instead.');
  }
  return whyNotIn(trade, by) ?? whyEnded(trade);
}

/** Who asked for a trade of two takes it back, until it is done. */
export function whyNotCancel(trade: Traded, by: Actor): Refused | null {
  if (trade.kind !== 'PAIR' || !isAsker(trade, by)) {
    return notYours('Only the one who asked cancels it.');
  }
  return whyEnded(trade);
}

/** An admin decides on what all in it have said yes to. */
export function whyNotDecide(trade: Traded, by: Actor): Refused | null {
  if (!decides(by)) return notYours('Only an admin decides on it.');
  const ended = whyEnded(trade);
  if (ended || isAgreed(trade)) return ended;
  return { code: 'trade_not_accepted', detail: 'Not everyone in it has said yes yet.' };
}

/** Whether all in it have said yes: it waits for an admin, if it is not done. */
export function isAgreed({ legs }: Pick<Traded, 'legs'>): boolean {
  return legs.every(({ accepted_at }) => accepted_at !== null);
}

/** Whether someone is the one who asked for a trade of two. */
export function isAsker({ legs }: Pick<Traded, 'legs'>, by: Actor): boolean {
  return legs[0]?.person.id === by.personId;
}

function legOf(by: Actor, { legs }: Traded) {
  return legs.find(({ person }) => person.id === by.personId);
}

function whyNotIn(trade: Traded, by: Actor): Refused | null {
  return legOf(by, trade) ? null : notYours('Only those in it say yes or no to it.');
}

function whyAnswered(trade: Traded, by: Actor): Refused | null {
  if (legOf(by, trade)?.accepted_at == null) return null;
  if (trade.kind === 'PAIR' && isAsker(trade, by)) {
    return notYours('You asked for it: the other one says yes or no.');
  }
  return {
    code: trade.kind === 'PAIR' ? 'trade_closed' : 'trade_answered',
    detail: 'You said yes to it already.',
    facts: { trade_status: trade.status },
  };
}

const endings = { ACCEPTED: 'done', REJECTED: 'rejected', CANCELLED: 'cancelled' } as const;

function whyEnded({ status }: Traded): Refused | null {
  if (status === 'PENDING') return null;
  const facts = { trade_status: status };
  if (status === 'EXPIRED') {
    const detail = 'A reservation of it changed, began or was cancelled: it is EXPIRED.';
    return { code: 'trade_expired', detail, facts };
  }
  return { code: 'trade_closed', detail: `It is ${endings[status]} already.`, facts };
}

function notYours(detail: string): Refused {
  return { code: 'forbidden', status: 403, detail };
}
