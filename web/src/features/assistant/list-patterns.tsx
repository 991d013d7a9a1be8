import { Avatar, Group, Stack, Text } from '@mantine/core';
import { IconCalendarStats } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { listPatterns, weekdayNames } from '../../../../contract/assistant/list-patterns.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { showHours, showInstant, showWeekday } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './list-patterns.module.css';

type Pattern = Answer<typeof listPatterns>[number];

/** What people usually work: weekdays, start hours, hours; counted, not set by anyone. */
export function PatternsPage() {
  const { t } = useTranslation('assistant');
  const patterns = useQuery(queryOf(listPatterns, {}));
  const everyone = useMay('shift.decide');
  return (
    <Page
      title={t('patterns')}
      description={everyone ? t('patternsOfPeople') : t('patternsOfYou')}
      narrow
    >
      <QueryView query={patterns}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon={IconCalendarStats} title={t('noPattern')}>
              {t('firstCounted')}
            </Empty>
          ) : (
            <Stack gap="xs">
              <Surface rows>
                {found.map((pattern) => (
                  <PatternRow key={pattern.person} pattern={pattern} />
                ))}
              </Surface>
              <CountedAt patterns={found} />
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}

function PatternRow({ pattern }: { pattern: Pattern }) {
  const { t } = useTranslation('assistant');
  const { name, usual_start_hours, weekly_hours, mean_hours, shift_count, weeks } = pattern;
  return (
    <article className={classes.pattern} aria-label={name}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Avatar name={name} color="cobalt" size="md" />
          <Text fw={550}>{name}</Text>
        </Group>
        <Text>
          <strong>{showHours(weekly_hours)}</strong>{' '}
          <Text span inherit c="dimmed">
            {t('aWeek', {
              mean: showHours(mean_hours),
              shifts: t('shifts', { count: shift_count }),
              weeks: t('weeks', { count: weeks }),
            })}
          </Text>
        </Text>
      </Group>
      <Weekdays pattern={pattern} />
      <Text size="sm" c="dimmed">
        {usual_start_hours.length > 0
          ? t('usuallyBegins', { hours: usual_start_hours.map(startHour).join(', ') })
          : t('noUsualStart')}
      </Text>
    </article>
  );
}

function startHour({ hour, count: times }: Pattern['usual_start_hours'][number]): string {
  const at = `${String(hour).padStart(2, '0')}:00`;
  return i18next.t('assistant:fromHour', { hour: at, times });
}

function Weekdays({ pattern: { usual_weekdays, weeks } }: { pattern: Pattern }) {
  const { t } = useTranslation('assistant');
  return (
    <ol className={classes.week} aria-label={t('usualWeekdays')}>
      {weekdayNames.map((weekday, index) => {
        const times = usual_weekdays.find((one) => one.weekday === weekday)?.count ?? 0;
        return (
          <li key={weekday} className={classes.weekday} data-usual={times > 0 || undefined}>
            <span>{showWeekday(index + 1, 'short')}</span>
            <span>{times > 0 ? t('timesOfWeeks', { times, weeks }) : '–'}</span>
          </li>
        );
      })}
    </ol>
  );
}

function CountedAt({ patterns }: { patterns: readonly Pattern[] }) {
  const { t } = useTranslation('assistant');
  const { time_zone } = useMe().organisation;
  const newest = patterns
    .map(({ computed_at }) => computed_at)
    .sort()
    .at(-1);
  if (!newest) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('countedOn', { when: showInstant(newest, time_zone) })}
    </Text>
  );
}
