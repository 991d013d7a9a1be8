import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, page } from '../platform/values.ts';
import { TradeStatus } from './trade.ts';
import { TradeCycle } from './trade-cycle.ts';

export const listTradeCycles = route({
  name: 'listTradeCycles',
  module: 'trades',
  method: 'GET',
  path: '/reservations/trade-cycles',
  summary: 'Rings that were proposed to me, newest first; as admin also those that wait for one',
  access: 'trade.make',
  query: Body({ status: Type.Optional(TradeStatus), limit: page.limit }),
  status: 200,
  answer: Type.Array(TradeCycle),
  refusals: {},
});
