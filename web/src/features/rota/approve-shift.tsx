import { Button, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { approveShift } from '../../../../contract/rota/approve-shift.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { isRefusal } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';

type ApproveOptions = { onRefused?: (id: string, error: Error) => void };

/** Approving as an action: for the button here and the keys of the queue. */
export function useApproveShift({ onRefused }: ApproveOptions = {}) {
  const { t } = useTranslation('rota');
  return useAction(approveShift, {
    onSuccess: ({ shift }) =>
      notifyDone(
        t('approved', {
          name: shift.requested_by_name,
          date: showDate(shift.date),
          span: showSpan(shift),
        }),
      ),
    onError: (error, { params }) => onRefused?.(String(params.id), error),
  });
}

/** Approve one shift; overtime is refused once and then offered. */
export function ApproveShift({ id }: { id: string }) {
  const { t } = useTranslation('rota');
  const action = useApproveShift();
  const approve = (override_overtime = false) =>
    action.mutate({ params: { id }, body: override_overtime ? { override_overtime } : {} });
  return (
    <>
      <Button
        leftSection={<IconCheck size={16} />}
        loading={action.isPending}
        onClick={() => approve()}
      >
        {t('approve')}
      </Button>
      <ApprovalProblem error={action.error} onOvertime={() => approve(true)} />
    </>
  );
}

/** Why an approval was refused; overtime may be approved all the same. */
export function ApprovalProblem({ error, onOvertime }: { error: unknown; onOvertime: () => void }) {
  const { t } = useTranslation('rota');
  return (
    <FormProblem error={error}>
      {isRefusal(error, 'overtime') ? (
        <Group mt="xs">
          <Button size="xs" variant="default" onClick={onOvertime}>
            {t('approveWithOvertime')}
          </Button>
        </Group>
      ) : null}
    </FormProblem>
  );
}
