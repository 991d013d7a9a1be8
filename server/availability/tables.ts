import type {} from '../platform/tables.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    absence: {
      organisation_id: string;
      id: string;
      person_id: string;
      local_start: string;
      local_end: string;
      zone: string;
      tz_version: string;
      starts_at: InstantColumn;
      ends_at: InstantColumn;
      reason: string;
      parts: string[];
      entered_by: string | null;
      created_at: InstantColumn;
      cancelled_at: InstantColumn | null;
      cancelled_by: string | null;
    };
    availability: {
      organisation_id: string;
      person_id: string;
      weekday: number;
      start_minute: number;
      end_minute: number;
      available: boolean;
      zone: string;
    };
  }
}
