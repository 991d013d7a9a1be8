import type { Generated } from 'kysely';
import type { Derived } from '../platform/tables.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    commitment: {
      organisation_id: string;
      id: string;
      holder_kind: 'person' | 'seat' | 'resource';
      holder_id: string;
      starts_at: InstantColumn;
      ends_at: InstantColumn;
      during: Derived<string>;
      local_start: string;
      local_end: string;
      zone: string;
      tz_version: string;
      source_kind: string;
      source_id: string;
      firmness: Generated<'held' | 'firm'>;
      expires_at: InstantColumn | null;
    };
  }
}
