import { readOffer as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found, notFound } from '../platform/problem.ts';
import { getDeal } from './deal.ts';
import { seesOffer } from './offer.ts';
import { presentOffer } from './present-offer.ts';

/** One offer, for those who see it. */
export const readOffer = query(route, async (view, { params }) => {
  const deal = found(await getDeal(view, params.id));
  if (!seesOffer(view.by, deal)) throw notFound();
  return presentOffer(view, deal);
});
