import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showDate, showSpan } from '../lib/format.ts';
import classes from './duty-row.module.css';
import { Pill } from './pill.tsx';

type Duty = {
  duty_name: string;
  roster_name: string | null;
  date: string;
  start_time: string;
  end_time: string;
  overnight: boolean;
};
type DutyRowProps = { duty: Duty; today: string; children?: React.ReactNode };

/** A duty of someone's: when, what, in which roster; and what they can say of it. */
export function DutyRow({ duty, today, children }: DutyRowProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.row}>
      <div>
        <Group gap="xs">
          <Text fw={550}>
            {duty.duty_name}, {showDate(duty.date)}
          </Text>
          {duty.date === today ? <Pill tone="accent">{t('today')}</Pill> : null}
        </Group>
        <Text size="sm" c="dimmed">
          {[showSpan(duty), duty.roster_name].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {children}
    </div>
  );
}
