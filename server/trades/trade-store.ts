import { sql } from 'kysely';
import type { ApprovalReason } from '../../contract/platform/approval.ts';
import type { TradeStatus } from '../../contract/trades/trade.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** Trades with the status that they have now: see `statusNow`. */
export function selectTrades(read: Read) {
  return read.db
    .selectFrom('trade')
    .select(['trade.id', 'trade.kind', 'trade.message', 'trade.response_message'])
    .select(['trade.approval_reasons', 'trade.answered_at', 'trade.closed_at'])
    .select(['trade.version', 'trade.created_at'])
    .select(statusNow(read.now).as('status'))
    .where('trade.organisation_id', '=', read.tenant.id);
}

/** A trade as it is stored, its legs apart. */
export type TradeRow = Awaited<ReturnType<ReturnType<typeof selectTrades>['execute']>>[number];

/**
 * A pending trade is EXPIRED from the moment when one of its reservations is not as it was when it was
 * asked for, or has begun, whatever did that: nobody has to tell the trade. The sweep writes it down.
 */
export function statusNow(now: Temporal.Instant) {
  return sql<TradeStatus>`case when trade.status = 'PENDING' and exists (
      select from trade_leg leg join reservation
        on reservation.organisation_id = leg.organisation_id and reservation.id = leg.reservation_id
      where leg.organisation_id = trade.organisation_id and leg.trade_id = trade.id
        and not ${isAsAsked(now)})
    then 'EXPIRED' else trade.status end`;
}

/** Whether a reservation is still what `leg` says it was, is confirmed and has not begun. */
function isAsAsked(now: Temporal.Instant) {
  return sql<boolean>`(reservation.version = leg.reservation_version
    and reservation.person_id = leg.person_id and reservation.status = 'CONFIRMED'
    and reservation.starts_at > ${now.toString()}::timestamptz)`;
}

/** What a new trade is made of; each leg gets what the next one gives. */
export type NewTrade = {
  id: string;
  kind: 'PAIR' | 'CYCLE';
  message: string;
  approval_reasons: ApprovalReason[];
  legs: readonly {
    person_id: string;
    reservation: { id: string; version: number };
    wish_id: string | null;
    accepted: boolean;
  }[];
};

/** Writes a new trade. The same reservations in another live one break `trade_one_live`. */
export async function insertTrade(tx: Tx, trade: NewTrade): Promise<void> {
  const now = tx.now.toString();
  const organisation_id = tx.tenant.id;
  const ids = trade.legs.map(({ reservation }) => reservation.id);
  await tx.db
    .insertInto('trade')
    .values({
      ...{ organisation_id, id: trade.id, kind: trade.kind, message: trade.message },
      // A ring that goes the other way round is another one.
      reservations: (trade.kind === 'PAIR' ? ids.toSorted() : fromLeast(ids)).join(' '),
      ...{ status: 'PENDING', approval_reasons: JSON.stringify(trade.approval_reasons) },
      ...{ answered_at: null, closed_at: null, created_at: now },
    })
    .execute();
  const legs = trade.legs.map(({ person_id, reservation, wish_id, accepted }, i) => ({
    ...{ organisation_id, trade_id: trade.id, place: i + 1, person_id, wish_id },
    ...{ reservation_id: reservation.id, reservation_version: reservation.version },
    ...{ accepted_at: accepted ? now : null, rejected_at: null },
  }));
  await tx.db.insertInto('trade_leg').values(legs).execute();
}

function fromLeast(ids: readonly string[]): string[] {
  const least = ids.indexOf([...ids].sort()[0] as string);
  return [...ids.slice(least), ...ids.slice(0, least)];
}

/** What a change of a locked trade may set. */
export type TradeChange = {
  status?: TradeStatus;
  response_message?: string;
  approval_reasons?: ApprovalReason[];
  answered?: true;
};

/** Changes a locked trade; one that is closed says when. */
export async function updateTrade<T extends TradeRow>(
  tx: Tx,
  row: T,
  { answered, ...change }: TradeChange,
): Promise<T> {
  const now = tx.now.toString();
  const closes = change.status !== undefined && change.status !== 'PENDING';
  const stamps = {
    ...(answered && { answered_at: now }),
    ...(closes && { closed_at: now }),
    version: row.version + 1,
  };
  const { approval_reasons: reasons, ...rest } = change;
  await tx.db
    .updateTable('trade')
    .set({ ...rest, ...stamps, ...(reasons && { approval_reasons: JSON.stringify(reasons) }) })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', row.id)
    .execute();
  return { ...row, ...change, ...stamps };
}

/** Writes that someone of a locked trade said yes or no; without a person, that all are told no. */
export async function markLegs(
  tx: Tx,
  tradeId: string,
  personId: string | null,
  answer: 'accepted_at' | 'rejected_at',
): Promise<void> {
  const legs = tx.db
    .updateTable('trade_leg')
    .set({ [answer]: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('trade_id', '=', tradeId);
  await (personId === null ? legs : legs.where('person_id', '=', personId)).execute();
}
