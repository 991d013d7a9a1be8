import type { Generated } from 'kysely';
import type { ApprovalReason } from '../../contract/platform/approval.ts';
import type { UnlockStatus } from '../../contract/unlocks/unlock-request.ts';
import type { JsonColumn } from '../platform/tables.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    unlock_request: {
      organisation_id: string;
      id: string;
      reason: string;
      approval_reasons: JsonColumn<ApprovalReason[]>;
      status: UnlockStatus;
      requested_by: string;
      requested_at: InstantColumn;
      decided_by: string | null;
      decided_at: InstantColumn | null;
      message: Generated<string>;
      version: Generated<number>;
    };
    unlock_request_item: {
      organisation_id: string;
      request_id: string;
      assignment_id: string;
      is_pending: boolean;
    };
  }
}
