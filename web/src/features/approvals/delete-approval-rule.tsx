import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApprovalRule } from '../../../../contract/approvals/approval-rule.ts';
import { deleteApprovalRule } from '../../../../contract/approvals/delete-approval-rule.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';

/** Deletes a rule, after asking once; what is asked already stays as it is. */
export function DeleteApprovalRule({ rule, onDone }: { rule: ApprovalRule; onDone: () => void }) {
  const { t } = useTranslation(['approvals', 'ui']);
  const action = useAction(deleteApprovalRule, {
    refresh: ['approvals', 'booking', 'resources', 'rota', 'offers'],
    onSuccess: () => {
      notifyDone(t('deleted', { name: rule.name }));
      onDone();
    },
  });
  return (
    <Stack>
      <Text>{t('deleteWhat', { name: rule.name })}</Text>
      <FormProblem error={action.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('ui:keepIt')}
        </Button>
        <Button
          color="red"
          loading={action.isPending}
          onClick={() => action.mutate({ params: { id: rule.id } })}
        >
          {t('ui:delete')}
        </Button>
      </Group>
    </Stack>
  );
}
