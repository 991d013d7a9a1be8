import type { ColumnType, Generated } from 'kysely';
import type { RegistrationState } from '../../contract/registrations/registration.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    signup_link: {
      organisation_id: string;
      id: string;
      roster_id: string;
      code: string;
      closes_on: string | null;
      made_by: string | null;
      made_at: InstantColumn;
      revoked_at: InstantColumn | null;
    };
    registration: {
      organisation_id: string;
      id: string;
      roster_id: string;
      link_id: string;
      person_id: string;
      full_name: string;
      email: string;
      phone: string;
      note: Generated<string>;
      language: string | null;
      dates_not: ColumnType<string[], string[] | undefined, string[]>;
      state: Generated<RegistrationState>;
      decided_by: string | null;
      decided_at: InstantColumn | null;
      reason: Generated<string>;
      version: Generated<number>;
      created_at: InstantColumn;
      updated_at: InstantColumn;
    };
    registration_duty_type: {
      organisation_id: string;
      registration_id: string;
      duty_type_id: string;
    };
  }
}
