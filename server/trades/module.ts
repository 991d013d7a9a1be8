import './tables.ts';
import type { Module } from '../platform/module.ts';
import { answerTrade } from './answer-trade.ts';
import { answerTradeCycle } from './answer-trade-cycle.ts';
import { askTrade } from './ask-trade.ts';
import { tradeSweep } from './expire-trades.ts';
import { letterSamples } from './letter-samples.ts';
import { listTradeCycles } from './list-trade-cycles.ts';
import { listTradeWishes } from './list-trade-wishes.ts';
import { listTrades } from './list-trades.ts';
import { makeTradeWish } from './make-trade-wish.ts';
import { readTrade } from './read-trade.ts';
import { readTradeCycle } from './read-trade-cycle.ts';
import { liveTrade, liveWish } from './trade-event.ts';
import { tradeLetters } from './trade-letters.ts';
import { withdrawTradeWish } from './withdraw-trade-wish.ts';

export { countTrades } from './find-trades.ts';
export { findPastTrades } from './past-trades.ts';

/** Reservations that change hands: two people's, or of a ring that the program finds among wishes. */
export const trades: Module = {
  name: 'trades',
  endpoints: [
    ...[listTrades, askTrade, readTrade, answerTrade],
    ...[listTradeWishes, makeTradeWish, withdrawTradeWish],
    ...[listTradeCycles, readTradeCycle, answerTradeCycle],
  ],
  live: {
    'trade.asked': liveTrade,
    'trade.proposed': liveTrade,
    'trade.agreed': liveTrade,
    'trade.accepted': liveTrade,
    'trade.rejected': liveTrade,
    'trade.cancelled': liveTrade,
    'trade.expired': liveTrade,
    'trade_wish.made': liveWish,
    'trade_wish.withdrawn': liveWish,
  },
  templates: tradeLetters,
  samples: letterSamples,
  queues: (app) => [tradeSweep(app)],
};
