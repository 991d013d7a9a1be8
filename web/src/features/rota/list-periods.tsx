import { Group, Text, Title } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listPeriods } from '../../../../contract/rota/list-periods.ts';
import type { Period } from '../../../../contract/rota/period.ts';
import { daysBetween } from '../../lib/dates.ts';
import { showDates } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { CreatePeriod } from './create-period.tsx';
import classes from './list-periods.module.css';
import { PeriodStatusBadge } from './period-status-badge.tsx';

/** Every schedule period, the newest first. */
export function PeriodsPage() {
  const { t } = useTranslation('rota');
  const mayCreate = useMay('period.create');
  const periods = useQuery(queryOf(listPeriods, { query: { limit: 50 } }));
  return (
    <Page
      title={t('periods')}
      description={t('periodsAre')}
      actions={mayCreate ? <CreatePeriod /> : null}
      narrow
    >
      <QueryView query={periods}>
        {(found) =>
          found.length === 0 ? (
            <Empty
              icon={IconTimeline}
              title={t('noPeriodYet')}
              action={mayCreate ? <CreatePeriod /> : null}
            >
              {mayCreate ? t('openOneAndAsk') : t('onceAdminOpensInIt')}
            </Empty>
          ) : (
            <Surface rows>
              {found.map((period) => (
                <PeriodRow key={period.id} period={period} />
              ))}
            </Surface>
          )
        }
      </QueryView>
    </Page>
  );
}

function PeriodRow({ period }: { period: Period }) {
  const { t } = useTranslation('rota');
  const days = daysBetween(period.start_date, period.end_date) + 1;
  return (
    <Link to="/periods/$id" params={{ id: period.id }} className={classes.row}>
      <div>
        <Title order={2} fz="md">
          {period.name}
        </Title>
        <Text size="sm" c="dimmed">
          {[
            showDates(period.start_date, period.end_date),
            t('days', { count: days }),
            period.seats > 1 ? t('seatsAtATime', { seats: period.seats }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Group gap="sm">
        <Text size="sm" c="dimmed">
          {t('shifts', { count: period.shift_count })}
        </Text>
        <PeriodStatusBadge status={period.status} />
      </Group>
    </Link>
  );
}
