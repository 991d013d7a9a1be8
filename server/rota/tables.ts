import type { Generated } from 'kysely';
import type { PeriodStatus } from '../../contract/rota/period.ts';
import type { ShiftStatus } from '../../contract/rota/shift.ts';
import type { Derived } from '../platform/tables.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    schedule_period: {
      organisation_id: string;
      id: string;
      name: string;
      start_date: string;
      end_date: string;
      status: PeriodStatus;
      seats: number;
      created_by: string;
      created_at: InstantColumn;
      updated_at: InstantColumn;
      version: Generated<number>;
      deleted_at: Generated<string | null>;
    };
    seat: { organisation_id: string; number: number; id: string };
    shift: {
      organisation_id: string;
      id: string;
      period_id: string;
      person_id: string;
      date: string;
      start_time: string;
      end_time: string;
      overnight: boolean;
      zone: string;
      tz_version: string;
      starts_at: InstantColumn;
      ends_at: InstantColumn;
      during: Derived<string>;
      minutes: number;
      status: ShiftStatus;
      notes: Generated<string>;
      admin_notes: Generated<string>;
      waits_because: Generated<string>;
      version: Generated<number>;
      created_at: InstantColumn;
      updated_at: InstantColumn;
    };
    shift_decision: {
      organisation_id: string;
      shift_id: string;
      decision: 'APPROVED' | 'REJECTED';
      decided_by: string | null;
      decided_at: InstantColumn;
      reason: Generated<string>;
      overtime_overridden: Generated<boolean>;
    };
    coverage_window: {
      organisation_id: string;
      id: string;
      slug: string;
      name: string;
      start_time: string;
      end_time: string;
      effective_from: string;
      effective_until: string | null;
    };
  }
}
