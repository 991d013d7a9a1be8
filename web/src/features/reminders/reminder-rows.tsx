import { Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reminder } from '../../../../contract/reminders/reminder.ts';
import { showDate, showInstant, showSpan } from '../../lib/format.ts';
import { useMe } from '../../lib/use-me.ts';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';
import { ReminderBadge } from './reminder-badge.tsx';
import classes from './reminder-rows.module.css';

type ReminderRowsProps = { reminders: readonly Reminder[]; onOpen: (id: string) => void };

/** Reminders below the moment at which they go out, or went. */
export function ReminderRows({ reminders, onOpen }: ReminderRowsProps) {
  const { t } = useTranslation('reminders');
  const { time_zone } = useMe().organisation;
  const byMoment = Map.groupBy(reminders, ({ due_at }) => due_at);
  return (
    <Stack gap="lg">
      {[...byMoment].map(([due, some]) => (
        <section key={due}>
          <Title order={2} fz="sm" c="dimmed" mb="xs">
            {showInstant(due, time_zone)} · {t('count', { count: some.length })}
          </Title>
          <Surface rows>
            {some.map((one) => (
              <ReminderRow key={one.id} reminder={one} onOpen={() => onOpen(one.id)} />
            ))}
          </Surface>
        </section>
      ))}
    </Stack>
  );
}

function ReminderRow({ reminder, onOpen }: { reminder: Reminder; onOpen: () => void }) {
  return (
    <UnstyledButton className={classes.row ?? ''} onClick={onOpen}>
      <div className={classes.who}>
        <Text fw={550}>{reminder.person_name}</Text>
        <Text size="sm" c="dimmed">
          {reminder.duty_name}, {showDate(reminder.date)}, {showSpan(reminder)}
        </Text>
      </div>
      <Group gap={6} justify="flex-end">
        <AnswerPill reminder={reminder} />
        <ReminderBadge reminder={reminder} />
      </Group>
      <IconChevronRight size={16} aria-hidden className="flips" />
    </UnstyledButton>
  );
}

/** What its person said of the duty. */
export function AnswerPill({ reminder: { answer } }: { reminder: Pick<Reminder, 'answer'> }) {
  const { t } = useTranslation('reminders');
  if (!answer) return null;
  return <Pill tone={answer === 'yes' ? 'good' : 'bad'}>{t(`answer_${answer}`)}</Pill>;
}
