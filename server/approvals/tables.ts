import type { Generated } from 'kysely';
import type { ApprovalSubject, RuleConditions } from '../../contract/platform/approval.ts';
import type { JsonColumn } from '../platform/tables.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    approval_rule: {
      organisation_id: string;
      id: string;
      subject: ApprovalSubject;
      resource_id: string | null;
      name: string;
      conditions: JsonColumn<RuleConditions>;
      is_active: boolean;
      effective_from: string | null;
      effective_until: string | null;
      version: Generated<number>;
      created_at: InstantColumn;
      updated_at: InstantColumn;
      deleted_at: Generated<string | null>;
    };
  }
}
