import { Anchor, Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconBellOff, IconChecks, IconSettings } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listNotifications } from '../../../../contract/notifications/list-notifications.ts';
import { markAllRead } from '../../../../contract/notifications/mark-all-read.ts';
import type { Notification } from '../../../../contract/notifications/notification.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { Empty } from '../../ui/empty.tsx';
import { notifyProblem } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { ClearAll } from './clear-all.tsx';
import { ReadNotification } from './read-notification.tsx';
import { useUnread } from './use-unread.ts';

/** What I am told: all of it, or what I have not read. */
export function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const [show, setShow] = useState('all');
  const unreadOnly = show === 'unread';
  const told = useQuery({
    ...queryOf(listNotifications, { query: { limit: 100, unread_only: unreadOnly } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('notifications')}
      description={t('notificationsHint')}
      actions={
        <Button
          component={Link}
          to="/notification-preferences"
          variant="default"
          leftSection={<IconSettings size={16} />}
        >
          {t('preferences')}
        </Button>
      }
      narrow
    >
      <Stack>
        <Group justify="space-between">
          <SegmentedControl
            aria-label={t('show')}
            data={[
              { value: 'all', label: t('all') },
              { value: 'unread', label: t('unread') },
            ]}
            value={show}
            onChange={setShow}
          />
          <Group gap="xs">
            <MarkAllRead />
            {told.data && told.data.length > 0 ? <ClearAll /> : null}
          </Group>
        </Group>
        <QueryView query={told}>
          {(found) => <Rows told={found} unreadOnly={unreadOnly} />}
        </QueryView>
      </Stack>
    </Page>
  );
}

/** The newest notifications, beside a page. */
export function NotificationDrawer({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('notifications');
  const told = useQuery(queryOf(listNotifications, { query: { limit: 20 } }));
  return (
    <Stack>
      <Group justify="space-between">
        <Anchor component={Link} to="/notifications" onClick={onLeave} size="sm">
          {t('allNotifications')}
        </Anchor>
        <MarkAllRead />
      </Group>
      <QueryView query={told}>{(found) => <Rows told={found} onLeave={onLeave} />}</QueryView>
    </Stack>
  );
}

type RowsProps = { told: readonly Notification[]; unreadOnly?: boolean; onLeave?: () => void };

function Rows({ told, unreadOnly = false, onLeave }: RowsProps) {
  const { t } = useTranslation('notifications');
  if (told.length === 0) {
    return (
      <Empty icon={IconBellOff} title={unreadOnly ? t('allRead') : t('nothingYet')}>
        {unreadOnly ? t('allReadHint') : t('nothingYetHint')}
      </Empty>
    );
  }
  return (
    <Surface rows>
      {told.map((one) => (
        <ReadNotification key={one.id} notification={one} onLeave={onLeave} />
      ))}
    </Surface>
  );
}

function MarkAllRead() {
  const { t } = useTranslation('notifications');
  const unread = useUnread();
  const action = useAction(markAllRead, { refresh: ['notifications'], onError: notifyProblem });
  if (unread === 0) return null;
  return (
    <Button
      variant="subtle"
      leftSection={<IconChecks size={16} />}
      loading={action.isPending}
      onClick={() => action.mutate({})}
    >
      {t('markAllAsRead')}
    </Button>
  );
}
