import type { Generated } from 'kysely';
import type { ReservationStatus } from '../../contract/booking/reservation.ts';
import type { ApprovalReason } from '../../contract/platform/approval.ts';
import type { JsonColumn } from '../platform/tables.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    reservation_series: {
      organisation_id: string;
      id: string;
      resource_id: string;
      person_id: string;
      date: string;
      start_time: string;
      end_time: string;
      overnight: boolean;
      zone: string;
      rrule: string;
      notes: string;
      version: Generated<number>;
      created_at: InstantColumn;
      updated_at: InstantColumn;
    };
    reservation: {
      organisation_id: string;
      id: string;
      resource_id: string;
      unit_id: string;
      person_id: string;
      series_id: string | null;
      occurrence: string | null;
      date: string;
      start_time: string;
      end_time: string;
      overnight: boolean;
      zone: string;
      tz_version: string;
      starts_at: InstantColumn;
      ends_at: InstantColumn;
      minutes: number;
      status: ReservationStatus;
      is_primetime: boolean;
      approval_reasons: JsonColumn<ApprovalReason[]>;
      round: Generated<number>;
      hold_expires_at: InstantColumn | null;
      cost: number | null;
      currency: string | null;
      notes: string;
      version: Generated<number>;
      created_at: InstantColumn;
      updated_at: InstantColumn;
    };
    reservation_decision: {
      organisation_id: string;
      reservation_id: string;
      round: number;
      decision: 'CONFIRMED' | 'REJECTED' | 'EXPIRED';
      decided_by: string | null;
      decided_at: InstantColumn;
      reason: string;
    };
  }
}
