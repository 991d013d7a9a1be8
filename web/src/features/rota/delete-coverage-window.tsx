import { Trans, useTranslation } from 'react-i18next';
import { deleteCoverageWindow } from '../../../../contract/rota/delete-coverage-window.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone } from '../../ui/notify.ts';
import { ConfirmDelete } from './confirm-delete.tsx';
import type { CoverageWindow } from './list-coverage-windows.tsx';

/** Ends a coverage window, after asking once. */
export function DeleteCoverageWindow(props: { window: CoverageWindow; onDone: () => void }) {
  const { t } = useTranslation('rota');
  const { window, onDone } = props;
  const action = useAction(deleteCoverageWindow, {
    onSuccess: ({ message }) => {
      notifyDone(message);
      onDone();
    },
  });
  return (
    <ConfirmDelete
      go={t('endTheWindow')}
      action={action}
      onGo={() => action.mutate({ params: { id: window.id } })}
      onKeep={onDone}
    >
      <Trans t={t} i18nKey="endWindowMeans" components={{ name: <strong>{window.name}</strong> }} />
    </ConfirmDelete>
  );
}
