import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { endSession } from '../../../../contract/security/end-session.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { deviceName } from './device-name.ts';

/** Ends a session on another device. */
export function EndSession({ session }: { session: { id: string; user_agent: string } }) {
  const { t } = useTranslation('security');
  const action = useAction(endSession, {
    refresh: ['security'],
    onSuccess: () => notifyDone(t('sessionEnded')),
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      loading={action.isPending}
      aria-label={t('endSessionOf', { device: deviceName(session.user_agent) })}
      onClick={() => action.mutate({ params: { id: session.id } })}
    >
      {t('end')}
    </Button>
  );
}
