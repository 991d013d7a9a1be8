import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dealWithReminder } from '../../../../contract/reminders/deal-with-reminder.ts';
import type { Reminder } from '../../../../contract/reminders/reminder.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';

/** Says that someone looked after a reminder that failed: they were called, or another was found. */
export function DealWithReminder({ reminder: { id, person_name } }: { reminder: Reminder }) {
  const { t } = useTranslation('reminders');
  const action = useAction(dealWithReminder, {
    refresh: ['reminders', 'journal'],
    onSuccess: () => notifyDone(t('dealtWithNow')),
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconCheck size={16} />}
      loading={action.isPending}
      aria-label={t('dealWithNamed', { name: person_name })}
      onClick={() => action.mutate({ params: { id } })}
    >
      {t('dealWith')}
    </Button>
  );
}
