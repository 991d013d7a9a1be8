import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById } from '../platform/values.ts';
import { Offer } from './offer.ts';
import { liveRefusals, swapRefusals } from './offer-refusals.ts';

export const approveOffer = route({
  name: 'approveOffer',
  module: 'offers',
  method: 'POST',
  path: '/shift-offers/:id/approve',
  summary: 'Let a taken offer happen: everything is checked again and the shifts change hands',
  access: 'shift.decide',
  params: ById,
  body: Body({ override_overtime: Type.Optional(Type.Boolean()) }),
  status: 200,
  answer: Offer,
  refusals: { ...liveRefusals, ...swapRefusals, offer_not_taken: 'Nobody has taken it yet.' },
});
