import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Text } from '../platform/values.ts';
import { Trade } from './trade.ts';
import { liveRefusals, swapRefusals } from './trade-refusals.ts';

export const answerTrade = route({
  name: 'answerTrade',
  module: 'trades',
  method: 'POST',
  path: '/reservations/trades/:id',
  summary:
    'Accept or reject a trade as the one asked, cancel it as the one who asked; as admin approve or decline',
  access: 'trade.make',
  params: ById,
  body: Body({
    action: Type.Enum(['accept', 'reject', 'cancel', 'approve', 'decline']),
    response_message: Type.Optional(Text(500)),
  }),
  status: 200,
  answer: Trade,
  refusals: {
    ...liveRefusals,
    ...swapRefusals,
    trade_not_accepted: 'An admin decides on what was accepted.',
  },
});
