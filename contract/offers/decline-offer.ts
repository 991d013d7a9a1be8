import { route } from '../platform/route.ts';
import { Body, ById, Line } from '../platform/values.ts';
import { Offer } from './offer.ts';
import { liveRefusals } from './offer-refusals.ts';

export const declineOffer = route({
  name: 'declineOffer',
  module: 'offers',
  method: 'POST',
  path: '/shift-offers/:id/decline',
  summary: 'Decline a taken offer, with a reason: the shifts stay whose they are',
  access: 'shift.decide',
  params: ById,
  body: Body({ reason: Line(1000) }),
  status: 200,
  answer: Offer,
  refusals: { ...liveRefusals, offer_not_taken: 'Nobody has taken it yet.' },
});
