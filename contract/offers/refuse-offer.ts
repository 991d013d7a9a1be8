import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Offer } from './offer.ts';
import { liveRefusals } from './offer-refusals.ts';

export const refuseOffer = route({
  name: 'refuseOffer',
  module: 'offers',
  method: 'POST',
  path: '/shift-offers/:id/refuse',
  summary: 'Say no to an offer made to you, or give back one that you took',
  access: 'shift.offer',
  params: ById,
  status: 200,
  answer: Offer,
  refusals: { ...liveRefusals, offer_taken: 'It has happened already.' },
});
