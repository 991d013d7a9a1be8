import { Alert, Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { failedReminders } from '../lib/failed-reminders.ts';
import { useMay } from '../lib/use-me.ts';

/** The red line on pages of duties while a reminder that did not get through waits for an admin. */
export function FailedRemindersLine() {
  const { t } = useTranslation('reminders');
  const mayRead = useMay('reminder.read');
  const failed = useQuery({ ...failedReminders, enabled: mayRead }).data;
  if (!failed || failed.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />}>
      {t('failed', { count: failed.length })}{' '}
      <Anchor component={Link} to="/reminders" inherit underline="always">
        {t('lookAfter')}
      </Anchor>
    </Alert>
  );
}
