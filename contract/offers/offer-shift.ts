import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id, Text } from '../platform/values.ts';
import { Offer } from './offer.ts';

export const offerShift = route({
  name: 'offerShift',
  module: 'offers',
  method: 'POST',
  path: '/shift-offers',
  summary: 'Offer an approved shift of your own: to all, to one, or in exchange for one of theirs',
  access: 'shift.offer',
  body: Body({
    shift: Id,
    to: Type.Optional(Id),
    exchange_for: Type.Optional(Id),
    message: Type.Optional(Text(500)),
  }),
  status: 201,
  answer: Offer,
  refusals: {
    shift_not_approved: 'Only an approved shift can be offered or asked for in exchange.',
    shift_begun: 'The shift has begun.',
    period_finalized: 'The period is finalized: nothing in it changes.',
    offer_exists: 'The shift is on offer already.',
  },
});
