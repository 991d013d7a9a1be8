import { sql } from 'kysely';
import { listOffers as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, Page, pageOf, readCursor } from '../platform/paging.ts';
import { decides } from '../rota/module.ts';
import { loadDeals } from './deal.ts';
import { selectOffers, stateNow } from './offer-store.ts';
import { presentOffers } from './present-offer.ts';

/** Offers, newest first: one's own, those made to oneself or to all; all for who decides. */
export const listOffers = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [instantPart, idPart]);
  let offers = selectOffers(view);
  if (!decides(view.by)) {
    const me = view.by.personId;
    offers = offers.where((eb) =>
      eb.or([
        eb('offer.to_id', 'is', null),
        eb('offer.to_id', '=', me),
        eb('offer.person_id', '=', me),
      ]),
    );
  }
  if (query.state) offers = offers.where(stateNow(view.now), '=', query.state);
  // What is live by now was written as such; a literal, so that the index of live ones serves it.
  if (query.state === 'OPEN' || query.state === 'TAKEN') {
    offers = offers.where('offer.state', '=', sql.lit(query.state));
  }
  const total = query.count ? await countOf(offers) : null;
  if (after) {
    offers = offers.where(sql<boolean>`(offer.created_at, offer.id) < (${after[0]}, ${after[1]})`);
  }
  const rows = await offers
    .orderBy('offer.created_at', 'desc')
    .orderBy('offer.id', 'desc')
    .limit(fetchSize(query.limit))
    .execute();
  const page = pageOf(
    rows,
    query.limit,
    (row) => [row.created_at, row.id],
    (row) => row,
    total,
  );
  const shown = await presentOffers(view, await loadDeals(view, page.items));
  return new Page(shown, page.next, page.total);
});

async function countOf(offers: ReturnType<typeof selectOffers>): Promise<number> {
  const counted = await offers
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
