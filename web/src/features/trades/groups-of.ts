import type { Answer } from '../../../../contract/platform/route.ts';
import type { listTrades } from '../../../../contract/trades/list-trades.ts';
import type { Trade } from '../../../../contract/trades/trade.ts';
import type { TradeCycle } from '../../../../contract/trades/trade-cycle.ts';
import type { TradeWish } from '../../../../contract/trades/trade-wish.ts';

export type Traded =
  | { kind: 'trade'; of: Trade }
  | { kind: 'cycle'; of: TradeCycle }
  | { kind: 'wish'; of: TradeWish };

const groups = ['answer', 'decide', 'waiting', 'over'] as const;

/** What I can answer, what I decide as admin, what waits for others, what is over; newest first. */
export function groupsOf(
  { sent, received, to_decide }: Answer<typeof listTrades>,
  cycles: readonly TradeCycle[],
  wishes: readonly TradeWish[],
) {
  const trades = new Map([...to_decide, ...received, ...sent].map((trade) => [trade.id, trade]));
  const all: Traded[] = [
    ...[...trades.values()].map((of) => ({ kind: 'trade' as const, of })),
    ...cycles.map((of) => ({ kind: 'cycle' as const, of })),
    // One that became a ring is told by the ring.
    ...wishes.filter(({ cycle }) => !cycle).map((of) => ({ kind: 'wish' as const, of })),
  ];
  all.sort((one, other) => (one.of.created_at < other.of.created_at ? 1 : -1));
  const byGroup = Map.groupBy(all, groupOf);
  return groups.flatMap((name) => {
    const some = byGroup.get(name);
    return some ? [{ name, some }] : [];
  });
}

function groupOf(traded: Traded): (typeof groups)[number] {
  if (traded.kind === 'wish') return traded.of.status === 'OPEN' ? 'waiting' : 'over';
  const { can, status } = traded.of;
  if (status !== 'PENDING') return 'over';
  if (can.approve || can.decline) return 'decide';
  // Who has said yes may still say no, but waits for the others or for an admin.
  if (traded.of.waits_for === 'admin') return 'waiting';
  if (traded.kind === 'cycle' && traded.of.legs.some((leg) => leg.mine && leg.accepted)) {
    return 'waiting';
  }
  return can.accept || can.reject ? 'answer' : 'waiting';
}
