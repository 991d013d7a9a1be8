import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sunEvents } from '../../../../contract/duty/duty-type.ts';
import { listSunTimes } from '../../../../contract/sun/list-sun-times.ts';
import { todayIn } from '../../lib/dates.ts';
import { showTime } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';

/** What the saved place and rules make of today, to hold against the times on the wall. */
export function SunToday() {
  const { t } = useTranslation('duty');
  const from = todayIn(useMe().organisation.time_zone);
  const [today] = useQuery(queryOf(listSunTimes, { query: { from } })).data ?? [];
  if (!today || sunEvents.every((event) => today[event] === null)) {
    return <Text c="dimmed">{t('noSunTimes')}</Text>;
  }
  return (
    <Group gap="lg" role="group" aria-label={t('sunToday')}>
      {sunEvents.map((event) => (
        <div key={event}>
          <Text size="xs" c="dimmed">
            {t(`sun_${event}`)}
          </Text>
          <Text fw={600}>{today[event] ? showTime(today[event].time) : '–'}</Text>
        </div>
      ))}
    </Group>
  );
}
