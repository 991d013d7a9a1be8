import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Trade } from './trade.ts';

export const readTrade = route({
  name: 'readTrade',
  module: 'trades',
  method: 'GET',
  path: '/reservations/trades/:id',
  summary: 'One trade, for the two people of it and for admins',
  access: 'trade.make',
  params: ById,
  status: 200,
  answer: Trade,
  refusals: {},
});
