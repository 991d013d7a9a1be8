import { IconLinkOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { revokeFeed } from '../../../../contract/calendar/revoke-feed.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { AfterAsking } from './after-asking.tsx';

/** Revokes the secret address, after saying what that does and what it does not. */
export function RevokeFeed() {
  const { t } = useTranslation(['calendar', 'ui']);
  const action = useAction(revokeFeed, {
    onSuccess: ({ message }) => notifyDone(message),
    refresh: ['calendar', 'journal'],
  });
  return (
    <>
      <FormProblem error={action.error} />
      <AfterAsking
        label={t('revokeTheAddress')}
        icon={<IconLinkOff size={16} />}
        question={t('revokeMeans')}
        yes={t('ui:revokeIt')}
        bad
        busy={action.isPending}
        onYes={() => action.mutate({})}
      />
    </>
  );
}
