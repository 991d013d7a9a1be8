import { sql } from 'kysely';
import type { TradeStatus } from '../../contract/trades/trade.ts';
import { fetchSize } from '../platform/paging.ts';
import type { View } from '../platform/scope.ts';
import { type Deal, loadDeals } from './deal.ts';
import { selectTrades, statusNow } from './trade-store.ts';

/** Which trades of a kind: those where the viewer is at a place (1: who asked), or what waits for an admin. */
export type Which = {
  kind: Deal['kind'];
  of: 'mine' | 'asked by me' | 'asked of me' | 'to decide';
  status: TradeStatus | undefined;
  limit: number | undefined;
};

/** Trades, newest first. */
export async function findTrades(view: View, which: Which): Promise<Deal[]> {
  const { kind, of, status, limit = 50 } = which;
  const places = { mine: '[1,5]', 'asked by me': '[1,1]', 'asked of me': '[2,5]' };
  const leg = sql`select from trade_leg leg
    where leg.organisation_id = trade.organisation_id and leg.trade_id = trade.id`;
  const isWanted =
    of === 'to decide'
      ? sql<boolean>`trade.status = 'PENDING' and not exists (${leg} and leg.accepted_at is null)`
      : sql<boolean>`exists (${leg} and leg.person_id = ${view.by.personId}
          and ${places[of]}::int4range @> leg.place)`;
  let trades = selectTrades(view).where('trade.kind', '=', kind).where(isWanted);
  if (status) trades = trades.where(statusNow(view.now), '=', status);
  // What is pending by now was written as such; a literal, so that the index of those serves it.
  if (status === 'PENDING' || of === 'to decide') {
    trades = trades
      .where('trade.status', '=', sql.lit('PENDING'))
      .where(statusNow(view.now), '=', 'PENDING');
  }
  const rows = await trades
    .orderBy('trade.created_at', 'desc')
    .orderBy('trade.id', 'desc')
    .limit(fetchSize(limit))
    .execute();
  return loadDeals(view, rows.slice(0, limit));
}

/** How many trades of two someone asked for, and was asked for, wait for a yes or no. */
export async function countTrades(view: View): Promise<{ sent: number; received: number }> {
  const { rows } = await sql<{ place: number; waiting: number }>`
    select leg.place, count(*)::integer as waiting
    from trade_leg leg join trade
      on trade.organisation_id = leg.organisation_id and trade.id = leg.trade_id
    where leg.organisation_id = ${view.tenant.id} and leg.person_id = ${view.by.personId}
      and trade.kind = 'PAIR' and trade.status = 'PENDING'
      and ${statusNow(view.now)} = 'PENDING'
    group by leg.place`.execute(view.db);
  const at = (place: number) => rows.find((row) => row.place === place)?.waiting ?? 0;
  return { sent: at(1), received: at(2) };
}
