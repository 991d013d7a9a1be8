import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReminderDetails } from '../../../../contract/reminders/reminder.ts';
import { showInstant } from '../../lib/format.ts';
import { useMe } from '../../lib/use-me.ts';
import classes from './reminder-log-rows.module.css';

type Attempt = ReminderDetails['log'][number];

/** Each attempt on each channel: when, to where, what the provider said, delivered and read when. */
export function ReminderLogRows({ log }: { log: readonly Attempt[] }) {
  const { t } = useTranslation('reminders');
  return (
    <section>
      <Title order={3} mb={6}>
        {t('log')}
      </Title>
      {log.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noAttempt')}
        </Text>
      ) : (
        <ol className={classes.log}>
          {log.map((one) => (
            <AttemptRow key={`${one.channel} ${one.attempt} ${one.at}`} attempt={one} />
          ))}
        </ol>
      )}
    </section>
  );
}

function AttemptRow({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation(['reminders', 'inbox']);
  const { time_zone } = useMe().organisation;
  const { delivered_at, read_at, outcome, code, answer } = attempt;
  const when = (instant: string) => showInstant(instant, time_zone);
  return (
    <li className={classes.attempt} data-outcome={outcome ?? 'unknown'}>
      <Text size="sm" fw={550}>
        {t(`inbox:channel.${attempt.channel}`)}, {t('attempt', { number: attempt.attempt })}:{' '}
        {t(`outcome_${outcome ?? 'running'}`)}
      </Text>
      <Text size="xs" c="dimmed">
        {when(attempt.at)} · {attempt.to}
      </Text>
      {code || answer ? <Text size="xs">{[code, answer].filter(Boolean).join(' · ')}</Text> : null}
      {delivered_at ? (
        <Text size="xs">{t('deliveredAt', { when: when(delivered_at) })}</Text>
      ) : null}
      {read_at ? <Text size="xs">{t('readAt', { when: when(read_at) })}</Text> : null}
    </li>
  );
}
