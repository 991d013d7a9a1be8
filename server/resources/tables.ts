import type { Generated } from 'kysely';
import type {} from '../platform/tables.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    booking_settings: {
      organisation_id: string;
      business_start_time: string;
      business_end_time: string;
      slot_duration_minutes: number;
      send_confirmation_emails: boolean;
      days_ahead_max: number;
      stay_minutes_min: number;
      stay_minutes_max: number;
      live_reservations_max: number | null;
      weekly_hours_max: number | null;
      hold_hours: number;
      version: Generated<number>;
      updated_at: InstantColumn;
    };
    resource: {
      organisation_id: string;
      id: string;
      name: string;
      colour: string;
      capacity: number;
      occupies_person: boolean;
      is_default: Generated<boolean>;
      price_per_hour: number | null;
      currency: string | null;
      business_start_time: string | null;
      business_end_time: string | null;
      slot_duration_minutes: number | null;
      send_confirmation_emails: boolean | null;
      days_ahead_max: number | null;
      stay_minutes_min: number | null;
      stay_minutes_max: number | null;
      live_reservations_max: number | null;
      weekly_hours_max: number | null;
      hold_hours: number | null;
      version: Generated<number>;
      created_at: InstantColumn;
      updated_at: InstantColumn;
      deleted_at: InstantColumn | null;
    };
    resource_unit: {
      organisation_id: string;
      resource_id: string;
      number: number;
      id: string;
    };
  }
}
