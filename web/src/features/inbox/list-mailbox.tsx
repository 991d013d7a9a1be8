import { Anchor, Group, Text, Title } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listMailbox } from '../../../../contract/inbox/list-mailbox.ts';
import type { MailboxMessage } from '../../../../contract/inbox/mailbox.ts';
import { showInstant } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { DeliveryBadge } from '../../ui/delivery-badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './list-mailbox.module.css';
import { ReadMailbox } from './read-mailbox.tsx';

// Mail goes out by a job, a moment after its cause; the socket tells nothing of it.
const lookAgainMs = 10_000;

type MailboxPageProps = {
  message: string | undefined;
  /** Without the navigation of the app around it. */
  alone: boolean;
};

/** What was sent, or would have been: the built-in mailbox. */
export function MailboxPage({ message, alone }: MailboxPageProps) {
  const { t } = useTranslation('inbox');
  const messages = useQuery({
    ...queryOf(listMailbox, { query: { limit: 100 } }),
    refetchInterval: lookAgainMs,
  });
  return (
    <Page
      title={t('mailbox')}
      {...(alone ? { back: { to: '/', label: 'Callboard' } } : {})}
      description={t('mailboxHint')}
    >
      <QueryView query={messages}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon={IconMailOff} title={t('noMailYet')}>
              {t('noMailHint')}
            </Empty>
          ) : (
            <div className={classes.panes} data-reading={message ? true : undefined}>
              <MessageList messages={found} chosen={message} />
              <div className={classes.reading}>
                {message ? (
                  <>
                    <Anchor component={Link} to="/mailbox" size="sm" className={classes.all}>
                      {t('allMessages')}
                    </Anchor>
                    <ReadMailbox key={message} id={message} />
                  </>
                ) : (
                  <Empty icon={IconMailOff} title={t('chooseAMessage')} />
                )}
              </div>
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}

type MessageListProps = { messages: readonly MailboxMessage[]; chosen: string | undefined };

function MessageList({ messages, chosen }: MessageListProps) {
  const { t } = useTranslation('inbox');
  return (
    <nav className={classes.list} aria-label={t('messages')}>
      <Surface rows>
        {messages.map((message) => (
          <Link
            key={message.id}
            to="/mailbox"
            search={{ message: message.id }}
            className={classes.message}
            aria-current={message.id === chosen ? 'true' : undefined}
          >
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text size="sm" c="dimmed" truncate>
                {message.to_name || message.to}
              </Text>
              <Text size="xs" c="dimmed" className={classes.when}>
                {showInstant(message.created_at)}
              </Text>
            </Group>
            <Title order={2} fz="sm" fw={600} className={classes.said ?? ''}>
              <bdi>{message.subject}</bdi>
            </Title>
            <Group gap={6}>
              <DeliveryBadge status={message.status} />
              <ChannelMark channel={message.channel} />
              <Text size="xs" c="dimmed">
                {message.event}
              </Text>
            </Group>
          </Link>
        ))}
      </Surface>
    </nav>
  );
}
