import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { TradeWish } from './trade-wish.ts';

export const withdrawTradeWish = route({
  name: 'withdrawTradeWish',
  module: 'trades',
  method: 'DELETE',
  path: '/reservations/trade-wishes/:id',
  summary: 'Withdraw a wish of mine; a ring that was proposed with it is off',
  access: 'trade.make',
  params: ById,
  status: 200,
  answer: TradeWish,
  refusals: { wish_closed: 'It was met, withdrawn or expired already.' },
});
