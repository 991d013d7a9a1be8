import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reminder } from '../../../../contract/reminders/reminder.ts';
import { retryReminder } from '../../../../contract/reminders/retry-reminder.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';

/** Sends a reminder that failed once more, to where its person is reached now. */
export function RetryReminder({ reminder: { id, person_name } }: { reminder: Reminder }) {
  const { t } = useTranslation('reminders');
  const action = useAction(retryReminder, {
    refresh: ['reminders', 'inbox', 'journal'],
    onSuccess: () => notifyDone(t('retried', { name: person_name })),
    onError: notifyProblem,
  });
  return (
    <Button
      leftSection={<IconRefresh size={16} />}
      loading={action.isPending}
      aria-label={t('retryNamed', { name: person_name })}
      onClick={() => action.mutate({ params: { id } })}
    >
      {t('retry')}
    </Button>
  );
}
