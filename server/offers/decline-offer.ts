import { declineOffer as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { lockOffer } from './deal.ts';
import { whyNotDecideOffer } from './offer.ts';
import { recordOffer } from './offer-event.ts';
import { tellDeclined } from './offer-letters.ts';
import { updateOffer } from './offer-store.ts';
import { presentOffer } from './present-offer.ts';

/** An admin declines a taken offer, with a reason; everyone keeps what they had. */
export const declineOffer = action(route, async (tx, { params, body }) => {
  const deal = found(await lockOffer(tx, params.id));
  refuseIf(whyNotDecideOffer(deal));

  const declined = await updateOffer(tx, deal, { state: 'DECLINED', reason: body.reason });
  const entry = await recordOffer(tx, 'offer.declined', declined);
  await tellDeclined(tx, entry, declined);
  return presentOffer(tx, declined);
});
