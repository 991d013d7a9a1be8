import { approveOffer as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { lockDeal, type Party } from './deal.ts';
import { whyNotDecideOffer } from './offer.ts';
import { presentOffer } from './present-offer.ts';
import { swapShifts } from './swap-shifts.ts';

/** An admin lets a taken offer happen: its shifts change hands, after every check again. */
export const approveOffer = action(route, async (tx, { params, body }) => {
  const deal = found(await lockDeal(tx, params.id));
  refuseIf(whyNotDecideOffer(deal));
  const taken = { ...deal, taker: deal.taker as Party };
  return presentOffer(tx, await swapShifts(tx, taken, body.override_overtime ?? false));
});
