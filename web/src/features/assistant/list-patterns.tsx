import { Avatar, Group, Stack, Text } from '@mantine/core';
import { IconCalendarStats } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { listPatterns, weekdayNames } from '../../../../contract/assistant/list-patterns.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { count, showHours, showInstant } from '../../lib/format.ts';
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
  const patterns = useQuery(queryOf(listPatterns, {}));
  const everyone = useMay('shift.decide');
  return (
    <Page
      title="Patterns"
      description={`What ${everyone ? 'people' : 'you'} usually work, counted every Monday from the approved shifts of the last 12 weeks. Who could fill a gap is chosen by it.`}
      narrow
    >
      <QueryView query={patterns}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon={IconCalendarStats} title="No pattern yet">
              The first is counted on the Monday after a week with approved shifts.
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
            a week · {showHours(mean_hours)} a shift · {count(shift_count, 'shift')} in{' '}
            {count(weeks, 'week')}
          </Text>
        </Text>
      </Group>
      <Weekdays pattern={pattern} />
      <Text size="sm" c="dimmed">
        {usual_start_hours.length > 0
          ? `Usually begins ${usual_start_hours.map(startHour).join(', ')}.`
          : 'No usual start.'}
      </Text>
    </article>
  );
}

function startHour({ hour, count: times }: Pattern['usual_start_hours'][number]): string {
  return `from ${String(hour).padStart(2, '0')}:00 (${times} times)`;
}

function Weekdays({ pattern: { usual_weekdays, weeks } }: { pattern: Pattern }) {
  return (
    <ol className={classes.week} aria-label="Usual weekdays">
      {weekdayNames.map((weekday) => {
        const times = usual_weekdays.find((one) => one.weekday === weekday)?.count ?? 0;
        return (
          <li key={weekday} className={classes.weekday} data-usual={times > 0 || undefined}>
            <span>{weekday.slice(0, 3)}</span>
            <span>{times > 0 ? `${times} of ${weeks}` : '–'}</span>
          </li>
        );
      })}
    </ol>
  );
}

function CountedAt({ patterns }: { patterns: readonly Pattern[] }) {
  const { time_zone } = useMe().organisation;
  const newest = patterns
    .map(({ computed_at }) => computed_at)
    .sort()
    .at(-1);
  if (!newest) return null;
  return (
    <Text size="sm" c="dimmed">
      Counted on {showInstant(newest, time_zone)}. A weekday or an hour is usual that was worked
      twice at least, and in a quarter of the weeks.
    </Text>
  );
}
