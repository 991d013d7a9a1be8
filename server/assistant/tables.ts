import type { HourCount, WeekdayCount } from './pattern.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    schedule_run: {
      organisation_id: string;
      work: string;
      due_at: InstantColumn;
      zone: string;
      ran_at: InstantColumn | null;
    };
    pattern: {
      organisation_id: string;
      person_id: string;
      weekdays: JsonColumn<WeekdayCount[]>;
      start_hours: JsonColumn<HourCount[]>;
      mean_minutes: number;
      weekly_minutes: number;
      shift_count: number;
      weeks: number;
      computed_at: InstantColumn;
    };
    gap_notice: {
      organisation_id: string;
      date: string;
      window_slug: string;
      day: string;
      told_at: InstantColumn;
    };
  }
}
