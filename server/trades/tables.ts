import type { Generated } from 'kysely';
import type { ApprovalReason } from '../../contract/platform/approval.ts';
import type { TradeStatus } from '../../contract/trades/trade.ts';
import type { Wanted, WishStatus } from '../../contract/trades/trade-wish.ts';
import type { JsonColumn } from '../platform/tables.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    trade_wish: {
      organisation_id: string;
      id: string;
      person_id: string;
      reservation_id: string;
      reservation_version: number;
      wanted: JsonColumn<Wanted>;
      status: WishStatus;
      created_at: InstantColumn;
      closed_at: InstantColumn | null;
    };
    trade: {
      organisation_id: string;
      id: string;
      kind: 'PAIR' | 'CYCLE';
      reservations: string;
      message: Generated<string>;
      response_message: Generated<string>;
      status: TradeStatus;
      approval_reasons: JsonColumn<ApprovalReason[]>;
      answered_at: InstantColumn | null;
      closed_at: InstantColumn | null;
      version: Generated<number>;
      created_at: InstantColumn;
    };
    trade_leg: {
      organisation_id: string;
      trade_id: string;
      place: number;
      person_id: string;
      reservation_id: string;
      reservation_version: number;
      wish_id: string | null;
      accepted_at: InstantColumn | null;
      rejected_at: InstantColumn | null;
    };
  }
}
