import { useNavigate } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { deletePeriod } from '../../../../contract/rota/delete-period.ts';
import type { Period } from '../../../../contract/rota/period.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone } from '../../ui/notify.ts';
import { ConfirmDelete } from './confirm-delete.tsx';

/** Deletes a period, after asking once; refused while people are on in it. */
export function DeletePeriod({ period, onDone }: { period: Period; onDone: () => void }) {
  const { t } = useTranslation('rota');
  const navigate = useNavigate();
  const action = useAction(deletePeriod, {
    onSuccess: async ({ message }) => {
      notifyDone(message);
      // First away from the page of what is no more, then everything is read again.
      await navigate({ to: '/periods' });
    },
  });
  return (
    <ConfirmDelete
      go={t('deleteThePeriod')}
      action={action}
      onGo={() => action.mutate({ params: { id: period.id } })}
      onKeep={onDone}
    >
      <Trans
        t={t}
        i18nKey="deletePeriodMeans"
        components={{ name: <strong>{period.name}</strong> }}
      />
    </ConfirmDelete>
  );
}
