import type { Generated } from 'kysely';
import type { Ending } from '../../contract/duty/duty-assignment.ts';
import type { SunEvent } from '../../contract/duty/duty-type.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    duty_type: {
      organisation_id: string;
      id: string;
      name: string;
      start_time: string | null;
      end_time: string | null;
      overnight: boolean | null;
      sun_event: SunEvent | null;
      sun_offset_minutes: number | null;
      sun_minutes: number | null;
      people: number;
      colour: string;
      position: number;
      active: boolean;
      version: Generated<number>;
      created_at: InstantColumn;
      updated_at: InstantColumn;
      deleted_at: InstantColumn | null;
    };
    roster: {
      organisation_id: string;
      id: string;
      name: string;
      start_date: string;
      end_date: string;
      second_calendar: boolean;
      created_by: string | null;
      version: Generated<number>;
      created_at: InstantColumn;
      updated_at: InstantColumn;
      deleted_at: InstantColumn | null;
    };
    roster_duty_type: {
      organisation_id: string;
      roster_id: string;
      duty_type_id: string;
      position: number;
      removed_at: InstantColumn | null;
    };
    duty_assignment: {
      organisation_id: string;
      id: string;
      roster_id: string;
      duty_type_id: string;
      date: string;
      seat: number;
      person_id: string;
      local_start: string;
      local_end: string;
      zone: string;
      tz_version: string;
      starts_at: InstantColumn;
      ends_at: InstantColumn;
      note: Generated<string>;
      assigned_by: string | null;
      assigned_at: InstantColumn;
      ended_by: string | null;
      ended_at: InstantColumn | null;
      version: Generated<number>;
    };
    unlock_log: {
      organisation_id: string;
      id: string;
      assignment_id: string;
      roster_id: string;
      person_id: string;
      how: Ending;
      reason: string;
      stood: JsonColumn;
      unlocked_by: string | null;
      unlocked_at: InstantColumn;
    };
  }
}
