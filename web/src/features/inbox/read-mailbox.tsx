import { Anchor, List, Stack, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readMailbox } from '../../../../contract/inbox/read-mailbox.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { showInstant } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { DeliveryBadge } from '../../ui/delivery-badge.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './read-mailbox.module.css';

type Message = Answer<typeof readMailbox>;

/** One message: as HTML, as text, its links, and how its sending went. */
export function ReadMailbox({ id }: { id: string }) {
  const { t } = useTranslation('inbox');
  const message = useQuery(queryOf(readMailbox, { params: { id } }));
  return (
    <QueryView query={message}>
      {(read) => {
        const isText = read.channel !== 'email';
        return (
          <Surface>
            <Stack p="lg">
              <div>
                <Title order={2}>
                  {isText ? t('textTo', { to_name: read.to_name }) : read.subject}
                </Title>
                <Text size="sm" c="dimmed">
                  {t('mailTo', {
                    name: read.to_name,
                    to: read.to,
                    when: showInstant(read.created_at),
                    attempts: t('attempts', { count: read.attempts }),
                  })}{' '}
                  <DeliveryBadge status={read.status} /> <ChannelMark channel={read.channel} />
                </Text>
              </div>
              <Links text={read.text} />
              {isText ? <Bubble message={read} /> : <Body message={read} />}
              <Attempts message={read} />
            </Stack>
          </Surface>
        );
      }}
    </QueryView>
  );
}

/** A text as its reader sees it, and what carriers count. */
function Bubble({ message: { text, segments } }: { message: Message }) {
  const { t } = useTranslation('inbox');
  return (
    <div>
      <p className={classes.bubble} dir="auto">
        {text}
      </p>
      {segments ? (
        <Text size="sm" c="dimmed" mt={4}>
          {t('textSize', {
            characters: t('characters', { count: segments.characters }),
            segments: t('segments', { count: segments.count }),
            encoding: segments.encoding,
          })}
        </Text>
      ) : null}
    </div>
  );
}

function Body({ message }: { message: Message }) {
  const { t } = useTranslation('inbox');
  return (
    <Tabs defaultValue={message.html ? 'html' : 'text'}>
      <Tabs.List mb="md">
        {message.html ? <Tabs.Tab value="html">{t('message')}</Tabs.Tab> : null}
        <Tabs.Tab value="text">{t('text')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="html">
        <iframe
          title={t('messageNamed', { subject: message.subject })}
          className={classes.html}
          sandbox=""
          srcDoc={message.html}
        />
      </Tabs.Panel>
      <Tabs.Panel value="text">
        <pre className={classes.text} dir="auto">
          {message.text}
        </pre>
      </Tabs.Panel>
    </Tabs>
  );
}

/** The frame of the message is sandboxed and follows no link, so its links stand here. */
function Links({ text }: { text: string }) {
  const { t } = useTranslation('inbox');
  const links = [...new Set(text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [])];
  if (links.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={550}>
        {t('linksInIt')}
      </Text>
      <List size="sm" listStyleType="none">
        {links.map((link) => (
          <List.Item key={link}>
            <Anchor href={link} className={classes.link} inherit>
              {link}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Attempts({ message }: { message: Message }) {
  const { t } = useTranslation('inbox');
  if (message.attempt_log.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={550}>
        {t('howItWent')}
      </Text>
      <List size="sm" type="ordered">
        {message.attempt_log.map((attempt) => (
          <List.Item key={attempt.number}>
            <Attempt attempt={attempt} />
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Attempt({ attempt }: { attempt: Message['attempt_log'][number] }) {
  const { t } = useTranslation('inbox');
  const { started_at, outcome, detail } = attempt;
  const told = { when: showInstant(started_at), outcome: t(`outcome.${outcome ?? 'underWay'}`) };
  return detail ? t('attemptAtWhy', { ...told, detail }) : t('attemptAt', told);
}
