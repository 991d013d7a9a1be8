import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clearAll } from '../../../../contract/notifications/clear-all.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** Empties the list, after asking: it does not come back. */
export function ClearAll() {
  const { t } = useTranslation('notifications');
  const [asking, setAsking] = useState(false);
  const action = useAction(clearAll, {
    refresh: ['notifications'],
    onSuccess: () => {
      setAsking(false);
      notifyDone(t('yourListIsEmpty'));
    },
    onError: notifyProblem,
  });
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {t('clear')}
      </Button>
      <Sheet title={t('clearAllNotifications')} opened={asking} onClose={() => setAsking(false)}>
        <Text>{t('clearWarning')}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('keepThem')}
          </Button>
          <Button color="red" loading={action.isPending} onClick={() => action.mutate({})}>
            {t('clearAll')}
          </Button>
        </Group>
      </Sheet>
    </>
  );
}
