import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id, Text } from '../platform/values.ts';
import { Trade } from './trade.ts';
import { reservationRefusals, swapRefusals } from './trade-refusals.ts';

export const askTrade = route({
  name: 'askTrade',
  module: 'trades',
  method: 'POST',
  path: '/reservations/trades',
  summary: 'Ask to swap a reservation of mine for someone else’s',
  access: 'trade.make',
  body: Body({
    requester_reservation_id: Id,
    target_reservation_id: Id,
    message: Type.Optional(Text(500)),
  }),
  status: 201,
  answer: Trade,
  refusals: {
    ...reservationRefusals,
    ...swapRefusals,
    trade_exists: 'These two are asked to be swapped already.',
  },
});
