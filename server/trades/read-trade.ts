import { readTrade as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found, notFound } from '../platform/problem.ts';
import { getDeal } from './deal.ts';
import { presentTrade } from './present-trade.ts';
import { seesTrade } from './trade.ts';

/** One trade of two, for those who see it. */
export const readTrade = query(route, async (view, { params }) => {
  const deal = found(await getDeal(view, params.id, 'PAIR'));
  if (!seesTrade(view.by, deal)) throw notFound();
  return presentTrade(view, deal);
});
