import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { TradeWish } from './trade-wish.ts';

export const listTradeWishes = route({
  name: 'listTradeWishes',
  module: 'trades',
  method: 'GET',
  path: '/reservations/trade-wishes',
  summary: 'My wishes to trade, newest first',
  access: 'trade.make',
  status: 200,
  answer: Type.Array(TradeWish),
  refusals: {},
});
