import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconStar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PrimeTime } from '../../../../contract/resources/prime-time.ts';
import { showSpan, showWeekday } from '../../lib/format.ts';
import { Empty } from '../../ui/empty.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './prime-time-list.module.css';

type PrimeTimeListProps = { times: readonly PrimeTime[]; onEdit: (prime: PrimeTime) => void };

/** Prime times below each other, for a thumb. */
export function PrimeTimeList({ times, onEdit }: PrimeTimeListProps) {
  const { t } = useTranslation('resources');
  if (times.length === 0) {
    return (
      <Empty icon={IconStar} title={t('prime.none')}>
        {t('prime.noneWhy')}
      </Empty>
    );
  }
  return (
    <Surface rows>
      {times.map((prime) => (
        <UnstyledButton key={prime.id} className={classes.row} onClick={() => onEdit(prime)}>
          <span>
            <Text component="span" fw={600}>
              {showWeekday(prime.weekday + 1)}
            </Text>{' '}
            {showSpan(prime)}
          </span>
          <Group gap="xs">
            {prime.is_active ? null : <Pill>{t('prime.off')}</Pill>}
            <IconChevronRight className="flips" size={16} aria-hidden />
          </Group>
        </UnstyledButton>
      ))}
    </Surface>
  );
}
