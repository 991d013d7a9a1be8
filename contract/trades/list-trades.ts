import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, page } from '../platform/values.ts';
import { Trade, TradeStatus } from './trade.ts';

export const listTrades = route({
  name: 'listTrades',
  module: 'trades',
  method: 'GET',
  path: '/reservations/trades',
  summary: 'Trades that I asked for and those I was asked for, newest first; as admin what waits',
  access: 'trade.make',
  query: Body({ status: Type.Optional(TradeStatus), limit: page.limit }),
  status: 200,
  answer: Type.Object({
    sent: Type.Array(Trade),
    received: Type.Array(Trade),
    to_decide: Type.Array(Trade, { description: 'Waits for an admin; empty for others' }),
  }),
  refusals: {},
});
