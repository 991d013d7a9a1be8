import type { EventName } from '../../contract/events.ts';
import { decides } from '../booking/module.ts';
import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import type { Deal } from './deal.ts';
import { presentTraded } from './traded.ts';

export type TradeEvent = Extract<EventName, `trade.${string}`>;

/** What the journal keeps of a trade; letters and live events are made from it. */
export function tradeFacts(deal: Deal) {
  return {
    id: deal.id,
    kind: deal.kind,
    status: deal.status,
    message: deal.message,
    response_message: deal.response_message,
    approval_reasons: deal.approval_reasons,
    legs: deal.legs.map(({ person, gives, accepted_at }) => ({
      person: person.id,
      person_name: person.full_name,
      gives: presentTraded(gives),
      accepted: accepted_at !== null,
    })),
  };
}

export type TradeFacts = ReturnType<typeof tradeFacts>;

/** Writes a trade's event: the trade as it stands now. */
export function recordTrade(tx: Tx, event: TradeEvent, deal: Deal): Promise<string> {
  return record(tx, event, deal.id, { trade: tradeFacts(deal) });
}

const sentences: Record<TradeEvent, string> = {
  'trade.asked': 'Someone asks for a trade',
  'trade.proposed': 'A ring of trades was found',
  'trade.agreed': 'Someone said yes to a trade',
  'trade.accepted': 'A trade is done',
  'trade.rejected': 'A trade was rejected',
  'trade.cancelled': 'A trade was cancelled',
  'trade.expired': 'A trade expired',
};

/** A trade's event, to those in it and to who decides: that it changed, not whose the others are. */
export const liveTrade: Live = {
  topics: () => ['organisation'],
  present({ event, data }, { by }) {
    const trade = data.trade as TradeFacts;
    const isIn = trade.legs.some(({ person }) => person === by.personId);
    if (!isIn && !decides(by)) return null;
    const { id, kind, status } = trade;
    return { message: sentences[event as TradeEvent], trade: { id, kind, status } };
  },
};

/** Wishes are their person's own. */
export const liveWish: Live = {
  topics: () => ['organisation'],
  present: ({ data }, { by }) =>
    data.person === by.personId ? { message: 'Your wishes to trade changed' } : null,
};
