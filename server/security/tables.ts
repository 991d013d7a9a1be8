import type { Permission } from '../../contract/identity/permissions.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    api_key: {
      organisation_id: string;
      id: string;
      person_id: string;
      name: string;
      hint: string;
      hash: Buffer;
      scopes: Permission[];
      created_at: InstantColumn;
      expires_at: InstantColumn;
      used_at: InstantColumn | null;
      revoked_at: InstantColumn | null;
    };
  }
}
