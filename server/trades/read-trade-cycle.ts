import { readTradeCycle as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found, notFound } from '../platform/problem.ts';
import { getDeal } from './deal.ts';
import { presentCycle } from './present-cycle.ts';
import { seesTrade } from './trade.ts';

/** One ring, for those in it and for who decides. */
export const readTradeCycle = query(route, async (view, { params }) => {
  const deal = found(await getDeal(view, params.id, 'CYCLE'));
  if (!seesTrade(view.by, deal)) throw notFound();
  return presentCycle(view, deal);
});
