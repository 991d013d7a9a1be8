import { refuseOffer as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, notFound, refuseIf } from '../platform/problem.ts';
import { lockOffer } from './deal.ts';
import { seesOffer, whyNotRefuse } from './offer.ts';
import { recordOffer } from './offer-event.ts';
import { tellRefused } from './offer-letters.ts';
import { updateOffer } from './offer-store.ts';
import { presentOffer } from './present-offer.ts';

/** Whom an offer is made to says no; an offer to all that its taker gives back is open again. */
export const refuseOffer = action(route, async (tx, { params }) => {
  const deal = found(await lockOffer(tx, params.id));
  if (!seesOffer(tx.by, deal)) throw notFound();
  refuseIf(whyNotRefuse(deal, tx.by));

  const refused = deal.to
    ? await updateOffer(tx, deal, { state: 'REFUSED' })
    : { ...(await updateOffer(tx, deal, { state: 'OPEN', taker_id: null })), taker: null };
  const entry = await recordOffer(tx, 'offer.refused', refused);
  await tellRefused(tx, entry, refused);
  return presentOffer(tx, refused);
});
