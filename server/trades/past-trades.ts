import { sql } from 'kysely';
import type { FindPast } from '../approvals/module.ts';
import { loadDeals, turnsOf } from './deal.ts';
import { factsOfTurns } from './judge-turns.ts';
import { selectTrades } from './trade-store.ts';

/** The last trades that all in them said yes to, whatever became of them. */
export const findPastTrades: FindPast = async (view, _rule, last) => {
  const rows = await selectTrades(view)
    .where(
      sql<boolean>`not exists (select from trade_leg leg
        where leg.organisation_id = trade.organisation_id and leg.trade_id = trade.id
          and leg.accepted_at is null)`,
    )
    .orderBy('trade.created_at', 'desc')
    .orderBy('trade.id', 'desc')
    .limit(sql.lit(last))
    .execute();
  const deals = await loadDeals(view, rows);
  return Promise.all(
    deals.map(async (deal) => ({
      id: deal.id,
      asked_at: deal.created_at,
      person_name: deal.legs[0]?.person.full_name ?? '',
      what: deal.legs.map(({ gives }) => `${gives.resource_name}, ${gives.date}`).join(' ↔ '),
      facts: await factsOfTurns(view, turnsOf(deal)),
    })),
  );
};
