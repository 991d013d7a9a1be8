import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Offer } from './offer.ts';
import { liveRefusals } from './offer-refusals.ts';

export const withdrawOffer = route({
  name: 'withdrawOffer',
  module: 'offers',
  method: 'POST',
  path: '/shift-offers/:id/withdraw',
  summary: 'Withdraw your own offer, until it is done',
  access: 'shift.offer',
  params: ById,
  status: 200,
  answer: Offer,
  refusals: { ...liveRefusals },
});
