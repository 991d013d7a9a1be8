import { Group, Text } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Notification } from '../../../../contract/notifications/notification.ts';
import { readNotification } from '../../../../contract/notifications/read-notification.ts';
import { showInstant } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { Pill } from '../../ui/pill.tsx';
import classes from './read-notification.module.css';

type ReadNotificationProps = { notification: Notification; onLeave?: (() => void) | undefined };

/** One notification: opening its page marks it as read. */
export function ReadNotification({ notification, onLeave }: ReadNotificationProps) {
  const { t } = useTranslation('notifications');
  const { id, title, text, link, is_read: isRead, created_at: at } = notification;
  const { time_zone } = useMe().organisation;
  const action = useAction(readNotification, { refresh: ['notifications'] });
  return (
    <Link
      // A path of our own pages, as the server writes it.
      to={link as NonNullable<LinkProps['to']>}
      className={classes.row}
      data-unread={isRead ? undefined : true}
      onClick={() => {
        if (!isRead) action.mutate({ params: { id } });
        onLeave?.();
      }}
    >
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text fw={isRead ? 450 : 650} className={classes.title ?? ''}>
          <bdi>{title}</bdi>
        </Text>
        {isRead ? null : <Pill tone="accent">{t('new')}</Pill>}
      </Group>
      <Text size="sm" c="dimmed">
        <bdi>{text}</bdi>
      </Text>
      <Text size="xs" c="dimmed">
        {showInstant(at, time_zone)}
      </Text>
    </Link>
  );
}
