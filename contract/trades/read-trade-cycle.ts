import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { TradeCycle } from './trade-cycle.ts';

export const readTradeCycle = route({
  name: 'readTradeCycle',
  module: 'trades',
  method: 'GET',
  path: '/reservations/trade-cycles/:id',
  summary: 'One ring, for those in it and for admins',
  access: 'trade.make',
  params: ById,
  status: 200,
  answer: TradeCycle,
  refusals: {},
});
