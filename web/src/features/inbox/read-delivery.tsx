import { Alert, Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readDelivery } from '../../../../contract/inbox/read-delivery.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { showInstant } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay } from '../../lib/use-me.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { DeliveryBadge } from '../../ui/delivery-badge.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import classes from './read-delivery.module.css';
import { SendAgain } from './send-again.tsx';

type Delivery = Answer<typeof readDelivery>;

const lookAgainMs = 5_000;

/** One message on its way: where it stands and how it came there, and sending it again. */
export function ReadDelivery({ id }: { id: string }) {
  const { t } = useTranslation('inbox');
  const delivery = useQuery({
    ...queryOf(readDelivery, { params: { id } }),
    refetchInterval: lookAgainMs,
  });
  return (
    <QueryView query={delivery}>
      {(read) => (
        <Stack>
          <div>
            <Title order={2} className={classes.subject ?? ''}>
              <bdi>{read.subject}</bdi>
            </Title>
            <Text size="sm" c="dimmed" className={classes.subject ?? ''}>
              {t('toWhom', { name: read.person.name, to: read.to })}
            </Text>
            <div className={classes.state}>
              <DeliveryBadge status={read.status} />
              <ChannelMark channel={read.channel} />
              <Text size="sm" c="dimmed">
                {t('attempts', { count: read.attempts })}
              </Text>
            </div>
          </div>
          <Why delivery={read} />
          <SendAgain delivery={read} />
          <Steps delivery={read} />
          <InMailbox id={read.id} />
        </Stack>
      )}
    </QueryView>
  );
}

function Why({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('inbox');
  const { failure, simulated, status, due_at } = delivery;
  const isOver = status === 'failed' || status === 'bounced';
  return (
    <>
      {failure ? (
        <Alert
          color={isOver ? 'red' : 'gray'}
          variant="light"
          title={isOver ? t('notThrough') : t('lastNotThrough')}
        >
          {failure.detail} <Text span size="sm">{`(${failure.code})`}</Text>
        </Alert>
      ) : null}
      {due_at && status === 'queued' ? (
        <Text size="sm">
          {t(delivery.attempts > 0 ? 'nextAttempt' : 'goesOut', { when: showInstant(due_at) })}
        </Text>
      ) : null}
      {simulated ? (
        <Text size="sm" c="dimmed">
          {t('simulated')}
        </Text>
      ) : null}
    </>
  );
}

type Step = { at: string; what: string; detail: string | null };

/** Attempts and what the provider told, in the order in which they came. */
function Steps({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('inbox');
  const attempts: Step[] = delivery.attempt_log.map((attempt) => ({
    at: attempt.started_at,
    what: t('attemptWas', {
      number: attempt.number,
      outcome: t(`outcome.${attempt.outcome ?? 'underWay'}`),
    }),
    detail: [attempt.detail, attempt.code && `(${attempt.code})`].filter(Boolean).join(' ') || null,
  }));
  const reports: Step[] = delivery.reports.map((report) => ({
    at: report.received_at,
    what: t('theProviderSays', { status: report.status }),
    detail: [report.detail, report.code && `(${report.code})`].filter(Boolean).join(' ') || null,
  }));
  const steps = [...attempts, ...reports].sort((a, b) => a.at.localeCompare(b.at));
  if (steps.length === 0) return null;
  return (
    <div>
      <Title order={3} mb={4}>
        {t('howItWent')}
      </Title>
      <List size="sm" listStyleType="none" spacing={6}>
        {steps.map((step) => (
          <List.Item key={`${step.at} ${step.what}`} className={classes.step ?? ''}>
            {showInstant(step.at)} · {step.what}
            {step.detail ? (
              <Text size="sm" c="dimmed">
                <bdi>{step.detail}</bdi>
              </Text>
            ) : null}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function InMailbox({ id }: { id: string }) {
  const { t } = useTranslation('inbox');
  if (!useMay('mailbox.read')) return null;
  return (
    <Anchor
      className={classes.link ?? ''}
      renderRoot={(props) => <Link {...props} to="/mailbox" search={{ message: id }} />}
    >
      {t('readWhatItSays')}
    </Anchor>
  );
}
