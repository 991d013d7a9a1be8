import { takeOffer as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, notFound, refuseIf } from '../platform/problem.ts';
import { findParties, lockDeal, type Party } from './deal.ts';
import { seesOffer, whyNotTake } from './offer.ts';
import { recordOffer } from './offer-event.ts';
import { tellTaken } from './offer-letters.ts';
import { updateOffer } from './offer-store.ts';
import { presentOffer } from './present-offer.ts';
import { turnsOf } from './swap.ts';
import { whySwapsWait } from './swap-approval.ts';
import { checkSwap, swapShifts } from './swap-shifts.ts';

/** Someone takes an offer; it waits for an admin, or happens at once where none is needed. */
export const takeOffer = action(route, async (tx, { params }) => {
  const deal = found(await lockDeal(tx, params.id, tx.by.personId));
  if (!seesOffer(tx.by, deal)) throw notFound();
  refuseIf(whyNotTake(deal, tx.by));
  const taker = found<Party>((await findParties(tx, [tx.by.personId]))[0]);
  const turns = turnsOf(deal, taker);
  const [matches = []] = await whySwapsWait(tx, [turns]);
  const needApproval = matches.length > 0;
  // Overtime is for the admin to allow, where there is one to decide.
  await checkSwap(tx, turns, needApproval);

  const taken = await updateOffer(tx, deal, { state: 'TAKEN', taker_id: taker.id });
  const told = { ...taken, taker };
  const entry = await recordOffer(tx, 'offer.taken', told);
  if (!needApproval) return presentOffer(tx, await swapShifts(tx, told, false));
  await tellTaken(tx, entry, told);
  return presentOffer(tx, told);
});
