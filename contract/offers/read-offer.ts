import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Offer } from './offer.ts';

export const readOffer = route({
  name: 'readOffer',
  module: 'offers',
  method: 'GET',
  path: '/shift-offers/:id',
  summary: 'One offer: own, made to you or to all, or any as admin',
  access: 'shift.offer',
  params: ById,
  status: 200,
  answer: Offer,
  refusals: {},
});
