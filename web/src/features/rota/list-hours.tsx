import { ActionIcon, Avatar, Button, Group, Progress, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconClockOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../contract/platform/route.ts';
import { listHours } from '../../../../contract/rota/list-hours.ts';
import { addDays, isoWeekOf, startOfWeek, todayIn } from '../../lib/dates.ts';
import { joined, showDates, showHours } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './list-hours.module.css';

type PersonHours = Answer<typeof listHours>[number];

/** Approved hours of a week against each person's limit. */
export function HoursPage() {
  const { t } = useTranslation('rota');
  const thisWeek = isoWeekOf(todayIn(useMe().organisation.time_zone));
  const asked = useSearch({ strict: false }).week;
  const week = asked && /^\d{4}-W\d{2}$/.test(asked) ? asked : thisWeek;
  const monday = startOfWeek(week);
  const everyone = useMay('person.read');
  const hours = useQuery(queryOf(listHours, { query: { week } }));
  return (
    <Page
      title={t('hours')}
      description={joined(week, showDates(monday, addDays(monday, 6)))}
      actions={<WeekButtons monday={monday} />}
      narrow
    >
      <QueryView query={hours}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon={IconClockOff} title={t('noHours')}>
              {everyone ? t('nobodyHadShift') : t('youHadNoShift')}
            </Empty>
          ) : (
            <Surface rows>
              {rows.map((row) => (
                <HoursRow key={row.person} row={row} />
              ))}
            </Surface>
          )
        }
      </QueryView>
    </Page>
  );
}

function WeekButtons({ monday }: { monday: string }) {
  const { t } = useTranslation('rota');
  const navigate = useNavigate();
  const go = (week: string | undefined) => void navigate({ to: '/hours', search: { week } });
  return (
    <>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('previous.week')}
        onClick={() => go(isoWeekOf(addDays(monday, -7)))}
      >
        <IconChevronLeft size={18} className="flips" />
      </ActionIcon>
      <Button variant="default" onClick={() => go(undefined)}>
        {t('thisWeek')}
      </Button>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('next.week')}
        onClick={() => go(isoWeekOf(addDays(monday, 7)))}
      >
        <IconChevronRight size={18} className="flips" />
      </ActionIcon>
    </>
  );
}

function HoursRow({ row }: { row: PersonHours }) {
  const { t } = useTranslation('rota');
  // Only the width of a bar: hours are added and compared by the server.
  const share = Math.min(100, (Number(row.hours) / Math.max(1, Number(row.limit))) * 100);
  return (
    <div className={classes.row}>
      <Avatar name={row.name} color="cobalt" size="md" />
      <div className={classes.facts}>
        <Group justify="space-between" gap="xs">
          <Text fw={550}>{row.name}</Text>
          <Group gap="xs">
            {row.exceeds_limit ? <Pill tone="bad">{t('overLimit')}</Pill> : null}
            <Text>
              <strong>{showHours(row.hours)}</strong>{' '}
              <Text span c="dimmed" inherit>
                {t('ofLimit', { limit: showHours(row.limit), count: row.shift_count })}
              </Text>
            </Text>
          </Group>
        </Group>
        <Progress
          mt={6}
          value={share}
          color={row.exceeds_limit ? 'red' : 'cobalt'}
          aria-label={t('hoursOfLimit', {
            name: row.name,
            hours: showHours(row.hours),
            limit: showHours(row.limit),
          })}
        />
      </div>
    </div>
  );
}
