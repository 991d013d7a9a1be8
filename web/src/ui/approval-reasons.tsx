import { List } from '@mantine/core';
import type { ApprovalReason } from '../../../contract/platform/approval.ts';
import { sayReason } from '../lib/say-reason.ts';

type ApprovalReasonsProps = { reasons: readonly ApprovalReason[]; dimmed?: boolean };

/** Why an admin decides, rule by rule. */
export function ApprovalReasons({ reasons, dimmed = false }: ApprovalReasonsProps) {
  if (reasons.length === 0) return null;
  return (
    <List size="sm" listStyleType="none" c={dimmed ? 'dimmed' : 'inherit'}>
      {reasons.map((reason) => (
        <List.Item key={reason.id}>{sayReason(reason)}</List.Item>
      ))}
    </List>
  );
}
