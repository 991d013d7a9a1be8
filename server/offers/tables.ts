import type { Generated } from 'kysely';
import type { OfferState } from '../../contract/offers/offer.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    shift_offer: {
      organisation_id: string;
      id: string;
      shift_id: string;
      shift_version: number;
      person_id: string;
      to_id: string | null;
      exchange_id: string | null;
      exchange_version: number | null;
      message: string;
      state: OfferState;
      taker_id: string | null;
      taken_at: InstantColumn | null;
      closed_at: InstantColumn | null;
      reason: Generated<string>;
      version: Generated<number>;
      created_at: InstantColumn;
    };
  }
}
