import type { ColumnType, Generated } from 'kysely';
import type { System } from '../../contract/identity/systems.ts';

/** All tables, for Kysely. Each module adds its own by declaration merging in its `tables.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by `declare module` in the modules
export interface Tables {}

/** Instants arrive as RFC 3339 text in UTC and are written as Temporal.Instant or such text. */
export type InstantColumn = ColumnType<
  string,
  Temporal.Instant | string,
  Temporal.Instant | string
>;
/** jsonb: arrives parsed, is written as JSON text. */
export type JsonColumn<T = Record<string, unknown>> = ColumnType<T, string, string>;
/** Computed or defaulted by the database: read only. */
export type Derived<T> = ColumnType<T, never, never>;

declare module './tables.ts' {
  interface Tables {
    organisation: {
      id: string;
      name: string;
      slug: string;
      time_zone: string;
      locale: Generated<string>;
      week_start: Generated<number>;
      second_calendar: Generated<'none' | 'umm_al_qura' | 'civil' | 'misri'>;
      second_calendar_offset: Generated<number>;
      systems_off: Generated<System[]>;
      version: Generated<number>;
      created_at: InstantColumn;
    };
    journal: {
      organisation_id: string;
      id: string;
      xid: Derived<string>;
      seq: Derived<string>;
      at: InstantColumn;
      event: string;
      actor_id: string | null;
      subject_kind: string;
      subject_id: string;
      data: JsonColumn;
      cause_id: string | null;
      request_id: string | null;
    };
    journal_seal: {
      organisation_id: string;
      number: string;
      journal_id: string;
      hash: Buffer;
    };
    journal_sealer: { single: Generated<boolean>; xid: string; seq: string };
    idempotency: {
      organisation_id: string;
      person_id: string;
      route: string;
      key: string;
      request_hash: Buffer;
      answer: JsonColumn<unknown> | null;
      created_at: InstantColumn;
    };
  }
}
