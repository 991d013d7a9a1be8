import { listTrades as route } from '../../contract/routes.ts';
import { decides } from '../booking/module.ts';
import { query } from '../platform/action.ts';
import type { View } from '../platform/scope.ts';
import { findTrades, type Which } from './find-trades.ts';
import { presentTrade } from './present-trade.ts';

/** Trades of two that someone asked for, and those they were asked for; for admins what waits for one. */
export const listTrades = query(route, async (view, { query }) => {
  const shown = async (of: Which['of']) => {
    const asked = { kind: 'PAIR', of, status: query.status, limit: query.limit } as const;
    return present(view, await findTrades(view, asked));
  };
  const [sent, received, toDecide] = await Promise.all([
    shown('asked by me'),
    shown('asked of me'),
    decides(view.by) ? shown('to decide') : [],
  ]);
  return { sent, received, to_decide: toDecide };
});

function present(view: View, deals: Awaited<ReturnType<typeof findTrades>>) {
  return Promise.all(deals.map((deal) => presentTrade(view, deal)));
}
