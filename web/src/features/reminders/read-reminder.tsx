import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readReminder } from '../../../../contract/reminders/read-reminder.ts';
import type { ReminderDetails } from '../../../../contract/reminders/reminder.ts';
import { showDate, showInstant, showSpan } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { DeliveryBadge } from '../../ui/delivery-badge.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { DealWithReminder } from './deal-with-reminder.tsx';
import { ReminderBadge } from './reminder-badge.tsx';
import { ReminderLogRows } from './reminder-log-rows.tsx';
import { AnswerPill } from './reminder-rows.tsx';
import { RetryReminder } from './retry-reminder.tsx';

/** One reminder: where it is on each channel, each attempt, what its person said. */
export function ReadReminder({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('reminders');
  const reminder = useQuery(queryOf(readReminder, { params: { id } }));
  return (
    <Sheet aside title={t('reminder')} opened onClose={onClose}>
      <QueryView query={reminder}>{(read) => <Facts reminder={read} />}</QueryView>
    </Sheet>
  );
}

function Facts({ reminder }: { reminder: ReminderDetails }) {
  const { t } = useTranslation('reminders');
  const { time_zone } = useMe().organisation;
  const { dealt_with_at, dealt_with_by_name } = reminder;
  return (
    <Stack>
      <div>
        <Group gap="xs">
          <ReminderBadge reminder={reminder} />
          <AnswerPill reminder={reminder} />
        </Group>
        <Title order={2} mt={6}>
          {reminder.person_name}
        </Title>
        <Text>
          {reminder.duty_name}, {showDate(reminder.date, 'long')}, {showSpan(reminder)}
        </Text>
        <Text c="dimmed">{reminder.roster_name}</Text>
      </div>
      <Text>{t('dueAt', { when: showInstant(reminder.due_at, time_zone) })}</Text>
      {reminder.reason ? <Text>{reminder.reason}</Text> : null}
      {reminder.answer_note ? <Text>{t('said', { note: reminder.answer_note })}</Text> : null}
      {dealt_with_at ? (
        <Text c="dimmed">
          {t('dealtWithBy', {
            by: dealt_with_by_name ?? '',
            when: showInstant(dealt_with_at, time_zone),
          })}
        </Text>
      ) : null}
      {reminder.channels.length > 0 ? (
        <Surface rows>
          {reminder.channels.map(({ channel, to, status }) => (
            <Group key={channel} px="md" py="sm" justify="space-between">
              <div>
                <ChannelMark channel={channel} />
                <Text size="sm" c="dimmed">
                  {to}
                </Text>
              </div>
              <DeliveryBadge status={status} />
            </Group>
          ))}
        </Surface>
      ) : null}
      <ReminderLogRows log={reminder.log} />
      <Group>
        {reminder.can.retry ? <RetryReminder reminder={reminder} /> : null}
        {reminder.can.deal_with ? <DealWithReminder reminder={reminder} /> : null}
      </Group>
    </Stack>
  );
}
