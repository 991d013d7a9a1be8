import { Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate, showHours } from '../../lib/format.ts';
import { Surface } from '../../ui/surface.tsx';
import { calendarPath } from './calendar-views.tsx';
import { ClockChange } from './clock-change.tsx';
import { CoverageMark, coverageWord } from './coverage-mark.tsx';
import { DayShiftRow } from './day-panel.tsx';
import { useCalendarPerson } from './use-calendar-person.ts';
import { useInPeriod } from './use-in-period.ts';
import type { WeekDay } from './week-calendar.tsx';
import classes from './week-phone.module.css';

/** The week on a phone: day after day, each with its coverage and its shifts. */
export function WeekPhone({ days, today }: { days: readonly WeekDay[]; today: string }) {
  const { t } = useTranslation('rota');
  const inPeriod = useInPeriod();
  const { person } = useCalendarPerson();
  return (
    <Stack gap="md">
      {days.map(({ date, shifts, coverage, total_hours, clock_change }) => (
        <section key={date} aria-label={showDate(date, 'long')}>
          <Link to={calendarPath('day', date)} search={{ person }} className={classes.day}>
            <Title order={2} fz="md" c={date === today ? 'var(--cb-accent-text)' : 'inherit'}>
              {date === today ? t('isToday', { date: showDate(date) }) : showDate(date)}
            </Title>
            <Group gap="sm">
              {shifts.length > 0 ? (
                <Text size="sm" c="dimmed">
                  {showHours(total_hours)}
                </Text>
              ) : null}
              {inPeriod(date) ? (
                <CoverageMark status={coverage.status} label={coverageWord(coverage.status)} />
              ) : null}
            </Group>
          </Link>
          <ClockChange change={clock_change} />
          {shifts.length > 0 ? (
            <Surface rows>
              {shifts.map((shift) => (
                <DayShiftRow key={shift.id} shift={shift} of={date} />
              ))}
            </Surface>
          ) : (
            <Text size="sm" c="dimmed">
              {t('nobodyOn')}
            </Text>
          )}
        </section>
      ))}
    </Stack>
  );
}
