import { route } from '../platform/route.ts';
import { Body, Id } from '../platform/values.ts';
import { reservationRefusals } from './trade-refusals.ts';
import { TradeWish, Wanted } from './trade-wish.ts';

export const makeTradeWish = route({
  name: 'makeTradeWish',
  module: 'trades',
  method: 'POST',
  path: '/reservations/trade-wishes',
  summary:
    'Say what I would take for a reservation of mine; what fits in a ring is proposed to all',
  access: 'trade.make',
  body: Body({ reservation: Id, wanted: Wanted }),
  status: 201,
  answer: TradeWish,
  refusals: {
    ...reservationRefusals,
    wish_exists: 'There is an open wish for this reservation; withdraw that one first.',
  },
});
