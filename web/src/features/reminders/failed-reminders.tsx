import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Reminder } from '../../../../contract/reminders/reminder.ts';
import { failedReminders } from '../../lib/failed-reminders.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { DealWithReminder } from './deal-with-reminder.tsx';
import classes from './failed-reminders.module.css';
import { RetryReminder } from './retry-reminder.tsx';

/** The red line: what did not get through, with why and what to do, until someone dealt with it. */
export function FailedReminders({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation('reminders');
  const failed = useQuery(failedReminders).data;
  if (!failed || failed.length === 0) return null;
  return (
    <Alert
      mb="lg"
      color="red"
      variant="light"
      icon={<IconAlertTriangle />}
      title={t('failed', { count: failed.length })}
    >
      <Stack gap="sm">
        {failed.map((one) => (
          <FailedReminder key={one.id} reminder={one} onOpen={() => onOpen(one.id)} />
        ))}
      </Stack>
    </Alert>
  );
}

function FailedReminder({ reminder, onOpen }: { reminder: Reminder; onOpen: () => void }) {
  const { t } = useTranslation('reminders');
  return (
    <div className={classes.failed}>
      <div>
        <Text size="sm">
          <strong>{reminder.person_name}</strong>, {reminder.duty_name}, {showDate(reminder.date)},{' '}
          {showSpan(reminder)}
        </Text>
        <Text size="sm">{reminder.reason}</Text>
      </div>
      <Group gap="xs">
        <Button variant="default" onClick={onOpen}>
          {t('why')}
        </Button>
        {reminder.can.retry ? <RetryReminder reminder={reminder} /> : null}
        {reminder.can.deal_with ? <DealWithReminder reminder={reminder} /> : null}
      </Group>
    </div>
  );
}
