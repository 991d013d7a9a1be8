import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { logoutAll } from '../../../../contract/security/logout-all.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';

/** Ends my sessions on all other devices. */
export function LogoutAll({ others }: { others: number }) {
  const { t } = useTranslation('security');
  const action = useAction(logoutAll, {
    refresh: ['security'],
    onSuccess: () => notifyDone(t('othersEnded')),
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      loading={action.isPending}
      onClick={() => action.mutate({ body: { keep_this: true } })}
    >
      {t('endOthers', { count: others })}
    </Button>
  );
}
