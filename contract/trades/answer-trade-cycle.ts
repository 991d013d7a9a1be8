import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Text } from '../platform/values.ts';
import { TradeCycle } from './trade-cycle.ts';
import { liveRefusals, swapRefusals } from './trade-refusals.ts';

export const answerTradeCycle = route({
  name: 'answerTradeCycle',
  module: 'trades',
  method: 'POST',
  path: '/reservations/trade-cycles/:id',
  summary:
    'Accept or reject a ring that was proposed; the last to accept makes it happen; as admin approve or decline',
  access: 'trade.make',
  params: ById,
  body: Body({
    action: Type.Enum(['accept', 'reject', 'approve', 'decline']),
    response_message: Type.Optional(Text(500)),
  }),
  status: 200,
  answer: TradeCycle,
  refusals: {
    ...liveRefusals,
    ...swapRefusals,
    trade_not_accepted: 'An admin decides on what all have accepted.',
    trade_answered: 'You accepted it already; it waits for the others.',
  },
});
