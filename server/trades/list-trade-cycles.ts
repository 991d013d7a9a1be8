import { listTradeCycles as route } from '../../contract/routes.ts';
import { decides } from '../booking/module.ts';
import { query } from '../platform/action.ts';
import type { Deal } from './deal.ts';
import { findTrades } from './find-trades.ts';
import { presentCycle } from './present-cycle.ts';

/** Rings that someone is in, newest first; for admins those that wait for one come before. */
export const listTradeCycles = query(route, async (view, { query }) => {
  const { status, limit = 50 } = query;
  const [waiting, mine] = await Promise.all([
    decides(view.by) ? findTrades(view, { kind: 'CYCLE', of: 'to decide', status, limit }) : [],
    findTrades(view, { kind: 'CYCLE', of: 'mine', status, limit }),
  ]);
  const others = mine.filter(({ id }) => !waiting.some((one) => one.id === id));
  const shown: Deal[] = [...waiting, ...others].slice(0, limit);
  return Promise.all(shown.map((deal) => presentCycle(view, deal)));
});
