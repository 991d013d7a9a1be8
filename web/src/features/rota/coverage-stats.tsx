import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { monthCalendar } from '../../../../contract/calendar/month-calendar.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { Surface } from '../../ui/surface.tsx';
import { CoverageMark, coverageWord } from './coverage-mark.tsx';
import classes from './coverage-stats.module.css';

export type MonthCalendar = Answer<typeof monthCalendar>;
export type CalendarDay = MonthCalendar['weeks'][number]['days'][number];

/** How well the month is covered, in one line; it is the legend of the colours too. */
export function CoverageStats({ calendar }: { calendar: MonthCalendar }) {
  const { t } = useTranslation('rota');
  const { coverage_stats: stats, total_shifts } = calendar;
  const parts = [
    { status: 'complete', days: stats.fully_covered },
    { status: 'partial', days: stats.partially_covered },
    { status: 'none', days: stats.not_covered },
  ] as const;
  return (
    <Surface className={classes.stats}>
      <Text fw={650} fz="xl" lh={1.1}>
        {stats.coverage_percentage}%
        <Text span size="sm" c="dimmed" fw={400} ms={6}>
          {t('ofDaysCovered', { count: total_shifts })}
        </Text>
      </Text>
      <div className={classes.bar} aria-hidden>
        {parts.map(({ status, days }) => (
          <span key={status} data-status={status} style={{ flexGrow: days }} />
        ))}
      </div>
      <Group gap="md">
        {parts.map(({ status, days }) => (
          <CoverageMark key={status} status={status} label={`${coverageWord(status)} ${days}`} />
        ))}
        <span className={classes.pending}>{t('waiting')}</span>
      </Group>
    </Surface>
  );
}
