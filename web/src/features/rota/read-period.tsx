import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCalendarMonth, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../contract/platform/route.ts';
import { readPeriod } from '../../../../contract/rota/read-period.ts';
import { monthOf, todayIn } from '../../lib/dates.ts';
import { showDates } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { CoverageStrip } from './coverage-strip.tsx';
import { ManagePeriod } from './manage-period.tsx';
import { PeriodGaps } from './period-gaps.tsx';
import { PeriodStatusBadge } from './period-status-badge.tsx';
import { ShiftRows } from './shift-rows.tsx';

export type PeriodWithShifts = Answer<typeof readPeriod>;

/** One period: how well it is covered, what is open, its shifts. */
export function PeriodPage() {
  const { t } = useTranslation('rota');
  const id = useParams({ strict: false }).id ?? '';
  const period = useQuery(queryOf(readPeriod, { params: { id } }));
  const read = period.data;
  return (
    <Page
      title={read?.name ?? t('period')}
      back={{ to: '/periods', label: t('periods') }}
      description={
        read ? (
          <Group gap="xs">
            <PeriodStatusBadge status={read.status} />
            {t('openedBy', {
              dates: showDates(read.start_date, read.end_date),
              name: read.created_by_name,
            })}
          </Group>
        ) : null
      }
      actions={read ? <PeriodActions period={read} /> : null}
    >
      <QueryView query={period}>{(found) => <PeriodBody period={found} />}</QueryView>
    </Page>
  );
}

function PeriodActions({ period }: { period: PeriodWithShifts }) {
  const { t } = useTranslation('rota');
  const { openAsk } = useOverlays();
  const today = todayIn(useMe().organisation.time_zone);
  const { year, month } = monthOf(period.start_date);
  const first = today > period.start_date && today <= period.end_date ? today : period.start_date;
  return (
    <>
      <Button
        component={Link}
        to={`/calendar/${year}/${month}`}
        variant="default"
        leftSection={<IconCalendarMonth size={16} />}
      >
        {t('calendar')}
      </Button>
      <ManagePeriod period={period} />
      {period.can.ask ? (
        <Button leftSection={<IconPlus size={16} />} onClick={() => openAsk(first)}>
          {t('askForShift')}
        </Button>
      ) : null}
    </>
  );
}

function PeriodBody({ period }: { period: PeriodWithShifts }) {
  const { t } = useTranslation('rota');
  const mayDecide = useMay('shift.decide');
  const { total_approved_shifts, pending_requests, gaps } = period.coverage_summary;
  return (
    <Stack gap="xl">
      <Surface>
        <Stack p="md" gap="md">
          <Group gap="xl">
            <Figure value={total_approved_shifts} label={t('figure.approved')} />
            <Figure value={pending_requests} label={t('figure.waiting')} />
            <Figure value={gaps.length} label={t('windowsOpen', { count: gaps.length })} />
          </Group>
          <CoverageStrip start={period.start_date} end={period.end_date} />
        </Stack>
      </Surface>
      <PeriodGaps gaps={gaps} mayAsk={period.can.ask} />
      <section aria-labelledby="period-shifts">
        <Title order={2} id="period-shifts" mb="sm">
          {mayDecide ? t('shiftsTitle') : t('myShifts')}{' '}
          <Text span c="dimmed" fw={400}>
            {t('shifts', { count: period.shifts.length })}
          </Text>
        </Title>
        <ShiftRows shifts={period.shifts} withName={mayDecide} />
      </section>
    </Stack>
  );
}

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <div>
      <Text fz={26} fw={650} lh={1.1}>
        {value}
      </Text>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
    </div>
  );
}
