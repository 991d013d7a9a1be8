import { withdrawOffer as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, notFound, refuseIf } from '../platform/problem.ts';
import { lockOffer } from './deal.ts';
import { seesOffer, whyNotWithdraw } from './offer.ts';
import { recordOffer } from './offer-event.ts';
import { updateOffer } from './offer-store.ts';
import { presentOffer } from './present-offer.ts';

/** Someone withdraws their own offer, also when it is taken but not done. */
export const withdrawOffer = action(route, async (tx, { params }) => {
  const deal = found(await lockOffer(tx, params.id));
  if (!seesOffer(tx.by, deal)) throw notFound();
  refuseIf(whyNotWithdraw(deal, tx.by));

  const withdrawn = await updateOffer(tx, deal, { state: 'WITHDRAWN' });
  await recordOffer(tx, 'offer.withdrawn', withdrawn);
  return presentOffer(tx, withdrawn);
});
