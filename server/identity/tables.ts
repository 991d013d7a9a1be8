import type { Generated } from 'kysely';
import type { RoleId } from '../../contract/identity/permissions.ts';
import type { Derived, InstantColumn } from '../platform/tables.ts';

type NullableInstant = InstantColumn | null;
/** In the directory, invited and not in yet, or no longer invited. */
type Standing = 'in' | 'invited' | 'withdrawn';

declare module '../platform/tables.ts' {
  interface Tables {
    account: {
      id: string;
      email: string;
      password_hash: string | null;
      email_verified_at: NullableInstant;
      created_at: InstantColumn;
      operator: Generated<boolean>;
    };
    role: {
      organisation_id: string;
      id: string;
      name: string;
      permissions: string[];
      version: Generated<number>;
      created_at: InstantColumn;
      updated_at: InstantColumn;
    };
    person: {
      organisation_id: string;
      id: string;
      account_id: string | null;
      email: string;
      username: string | null;
      first_name: string;
      last_name: string;
      full_name: Derived<string>;
      phone_number: string | null;
      role: RoleId;
      own_role_id: Derived<string | null>;
      active: Generated<boolean>;
      weekly_limit_minutes: Generated<number>;
      version: Generated<number>;
      standing: Generated<Standing>;
      time_zone: string | null;
      language: string | null;
      phone_verified_at: NullableInstant;
      daily_limit_minutes: number | null;
      rest_minutes_min: number | null;
      photo_id: string | null;
      created_at: InstantColumn;
      updated_at: InstantColumn;
    };
    email_change: {
      id: string;
      account_id: string;
      email: string;
      created_at: InstantColumn;
      expires_at: InstantColumn;
      used_at: NullableInstant;
    };
    phone_change: {
      organisation_id: string;
      id: string;
      person_id: string;
      phone_number: string;
      tries: Generated<number>;
      created_at: InstantColumn;
      expires_at: InstantColumn;
      ended_at: NullableInstant;
    };
    invitation: {
      organisation_id: string;
      id: string;
      person_id: string;
      email: string;
      invited_by: string | null;
      created_at: InstantColumn;
      expires_at: InstantColumn;
      ended_at: NullableInstant;
      outcome: 'accepted' | 'revoked' | 'replaced' | null;
    };
    join_code: {
      organisation_id: string;
      id: string;
      mac: Buffer;
      made_by: string | null;
      made_at: InstantColumn;
      expires_at: InstantColumn;
      uses_max: number;
      uses: Generated<number>;
      revoked_at: NullableInstant;
    };
    session: {
      organisation_id: string;
      id: string;
      person_id: string;
      account_id: string;
      user_agent: string;
      address: string;
      created_at: InstantColumn;
      used_at: InstantColumn;
      confirmed_at: InstantColumn;
      expires_at: InstantColumn;
      ended_at: NullableInstant;
      end_reason: string | null;
    };
    refresh_token: {
      organisation_id: string;
      hash: Buffer;
      session_id: string;
      created_at: InstantColumn;
      spent_at: NullableInstant;
      successor: Buffer | null;
    };
    second_factor: {
      account_id: string;
      sealed_secret: Buffer;
      last_step: Generated<string | number>;
      created_at: InstantColumn;
      confirmed_at: NullableInstant;
    };
    recovery_code: { account_id: string; mac: Buffer; used_at: NullableInstant };
    one_time_token: {
      id: string;
      account_id: string;
      purpose: 'verify-email' | 'reset-password';
      created_at: InstantColumn;
      expires_at: InstantColumn;
      used_at: NullableInstant;
    };
  }
}
