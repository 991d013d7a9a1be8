import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deleteDutyType } from '../../../../contract/duty/delete-duty-type.ts';
import type { DutyType } from '../../../../contract/duty/duty-type.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';

/** Deletes a duty that no roster has. */
export function DeleteDutyType({ duty, onDone }: { duty: DutyType; onDone: () => void }) {
  const { t } = useTranslation(['duty', 'ui']);
  const action = useAction(deleteDutyType, {
    onSuccess: () => {
      notifyDone(t('dutyDeleted', { name: duty.name }));
      onDone();
    },
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      loading={action.isPending}
      onClick={() => action.mutate({ params: { id: duty.id } })}
    >
      {t('ui:delete')}
    </Button>
  );
}
