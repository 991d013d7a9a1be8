import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DutyAssignment } from '../../../contract/duty/duty-assignment.ts';
import { showDate, showSpan } from '../lib/format.ts';
import { Pill } from './pill.tsx';
import { Surface } from './surface.tsx';

type DutyRowsProps = { duties: readonly DutyAssignment[]; today: string };

/** Someone's duties, one after another: when, what, and in which roster. */
export function DutyRows({ duties, today }: DutyRowsProps) {
  const { t } = useTranslation('ui');
  return (
    <Surface rows>
      {duties.map((duty) => (
        <Group key={duty.id} px="md" py="sm" justify="space-between" wrap="nowrap">
          <div>
            <Text fw={550}>
              {duty.duty_name}, {showDate(duty.date)}
            </Text>
            <Text size="sm" c="dimmed">
              {showSpan(duty)} · {duty.roster_name}
            </Text>
          </div>
          {duty.date === today ? <Pill tone="accent">{t('today')}</Pill> : null}
        </Group>
      ))}
    </Surface>
  );
}
