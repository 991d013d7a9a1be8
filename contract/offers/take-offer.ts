import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Offer } from './offer.ts';
import { liveRefusals, swapRefusals } from './offer-refusals.ts';

export const takeOffer = route({
  name: 'takeOffer',
  module: 'offers',
  method: 'POST',
  path: '/shift-offers/:id/take',
  summary: 'Take an offer: the first wins; an admin approves unless the organisation needs none',
  access: 'shift.offer',
  params: ById,
  status: 200,
  answer: Offer,
  refusals: {
    ...liveRefusals,
    ...swapRefusals,
    offer_own: 'Nobody takes their own offer.',
    offer_taken: 'Someone took it already.',
  },
});
