import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, page } from '../platform/values.ts';
import { Offer, OfferState } from './offer.ts';

export const listOffers = route({
  name: 'listOffers',
  module: 'offers',
  method: 'GET',
  path: '/shift-offers',
  summary: 'Offers, newest first: own ones, those made to you or to all; all as admin',
  access: 'shift.offer',
  query: Body({ state: Type.Optional(OfferState), ...page }),
  status: 200,
  answer: Type.Array(Offer),
  refusals: {},
});
