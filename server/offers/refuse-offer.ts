import { refuseOffer as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, notFound, refuseIf } from '../platform/problem.ts';
import { lockOffer } from './deal.ts';
import { seesOffer, whyNotRefuse } from './offer.ts';
import { recordOffer } from './offer-event.ts';
import { tellRefused } from './offer-letters.ts';
import { updateOffer } from './offer-store.ts';
import { presentOffer } from './present-offer.ts';

/** The one to whom an offer is made says no; the shift stays where it is. */
export const refuseOffer = action(route, async (tx, { params }) => {
  const deal = found(await lockOffer(tx, params.id));
  if (!seesOffer(tx.by, deal)) throw notFound();
  refuseIf(whyNotRefuse(deal, tx.by));

  const refused = await updateOffer(tx, deal, { state: 'REFUSED' });
  const entry = await recordOffer(tx, 'offer.refused', refused);
  await tellRefused(tx, entry, refused);
  return presentOffer(tx, refused);
});
