import { offerShift as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { violates } from '../platform/postgres-error.ts';
import { forbidden, found, invalid, notFound, Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { getShift, lockShift, type ShiftRow, sees } from '../rota/module.ts';
import { type Deal, findParties, getDeal } from './deal.ts';
import { expireStale } from './expire-offers.ts';
import { recordOffer } from './offer-event.ts';
import { tellOffered } from './offer-letters.ts';
import { insertOffer } from './offer-store.ts';
import { presentOffer } from './present-offer.ts';
import { whyNotOffer } from './whether-offer.ts';

/** Someone offers an approved shift of theirs: to all, to one, or in exchange for a shift of that one. */
export const offerShift = action(route, async (tx, { body }) => {
  const shift = found(await lockShift(tx, body.shift));
  if (!sees(tx.by, shift)) throw notFound();
  if (shift.person_id !== tx.by.personId) throw forbidden('Only its own person offers a shift.');
  refuseIf(whyNotOffer(shift, tx.now));
  if (body.to) await checkAddressee(tx, body.to);
  const exchange = body.exchange_for ? await getExchange(tx, body.exchange_for, body.to) : null;

  await expireStale(tx, shift.id);
  const id = newId();
  const offer = { id, shift, exchange, toId: body.to ?? null, message: body.message ?? '' };
  await insertOffer(tx, offer).catch(throwExists);

  const deal = (await getDeal(tx, id)) as Deal;
  const entry = await recordOffer(tx, 'shift.offered', deal);
  await tellOffered(tx, entry, deal);
  return presentOffer(tx, deal);
});

async function checkAddressee(tx: ActorTx, to: string): Promise<void> {
  if (to === tx.by.personId) throw invalid({ to: ['This is yourself; name someone else.'] });
  const [person] = await findParties(tx, [to]);
  if (!person?.active) throw invalid({ to: ['There is no such active person.'] });
}

// Not locked: if it changes meanwhile, its version does too, and the offer is expired at once.
async function getExchange(tx: ActorTx, id: string, to: string | undefined): Promise<ShiftRow> {
  if (!to) throw invalid({ exchange_for: ['Say in `to` whose shift it is.'] });
  const shift = await getShift(tx, id);
  if (shift?.person_id !== to) {
    throw invalid({ exchange_for: ['That person has no such shift.'] });
  }
  refuseIf(whyNotOffer(shift, tx.now));
  return shift;
}

function throwExists(error: unknown): never {
  if (!violates(error, 'shift_offer_one_live')) throw error;
  throw new Refusal(
    409,
    'offer_exists',
    'This shift is on offer already; withdraw that one first.',
  );
}
