import { Button, Stack, Tabs, Title } from '@mantine/core';
import { IconCalendarPlus, IconHistory, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listReservations } from '../../../../contract/booking/list-reservations.ts';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { userDashboard } from '../../../../contract/booking/user-dashboard.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { todayIn } from '../../lib/dates.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { pagesOf, queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { useResources } from '../../lib/use-resources.ts';
import { Empty } from '../../ui/empty.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StatCard, StatCards } from '../../ui/stat-card.tsx';
import { ActivityRows } from './activity-rows.tsx';
import { ReservationRows } from './reservation-rows.tsx';
import { useResourceTopics } from './use-resource-topics.ts';

type Dashboard = Answer<typeof userDashboard>;

/** What I have booked, what waits for others or for me, and what happened to it lately. */
export function MyBookingsPage() {
  const { t } = useTranslation('booking');
  const today = todayIn(useMe().organisation.time_zone);
  const { openBook } = useOverlays();
  const mayBook = useMay('reservation.make');
  useResourceTopics(useResources().data ?? []);
  const dashboard = useQuery(queryOf(userDashboard, {}));
  return (
    <Page
      title={t('mine.title')}
      narrow
      actions={
        mayBook ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => openBook(today)}>
            {t('calendar.book')}
          </Button>
        ) : null
      }
    >
      <QueryView query={dashboard}>{(read) => <Dashboard read={read} />}</QueryView>
    </Page>
  );
}

function Dashboard({ read }: { read: Dashboard }) {
  const { t } = useTranslation('booking');
  const { upcoming_reservations: upcoming, pending_trades: trades } = read;
  const confirmed = upcoming.filter(({ status }) => status === 'CONFIRMED');
  const waiting = upcoming.filter(({ status }) => status === 'PENDING');
  return (
    <Stack gap="lg">
      <StatCards>
        <StatCard
          number={confirmed.length}
          label={t('mine.upcoming', { count: confirmed.length })}
        />
        <StatCard number={waiting.length} label={t('mine.waiting', { count: waiting.length })} />
        <StatCard
          number={trades.received}
          label={t('mine.tradesReceived', { count: trades.received })}
          to="/booking/trades"
        />
        <StatCard
          number={trades.sent}
          label={t('mine.tradesSent', { count: trades.sent })}
          to="/booking/trades"
        />
      </StatCards>
      <Tabs defaultValue="coming" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="coming">{t('mine.coming')}</Tabs.Tab>
          <Tabs.Tab value="all">{t('mine.all')}</Tabs.Tab>
          <Tabs.Tab value="activity">{t('mine.activity')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="coming">
          <Coming reservations={upcoming} />
        </Tabs.Panel>
        <Tabs.Panel value="all">
          <AllOfMine />
        </Tabs.Panel>
        <Tabs.Panel value="activity">
          <ActivityRows activity={read.recent_activity} empty={t('mine.noActivity')} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Coming({ reservations }: { reservations: readonly Reservation[] }) {
  const { t } = useTranslation('booking');
  if (reservations.length === 0) {
    return (
      <Empty
        icon={IconCalendarPlus}
        title={t('mine.nothing')}
        action={
          <Button component={Link} to="/booking/calendar" variant="default">
            {t('mine.find')}
          </Button>
        }
      >
        {t('mine.nothingWhy')}
      </Empty>
    );
  }
  const waiting = reservations.filter(({ status }) => status === 'PENDING');
  const sure = reservations.filter(({ status }) => status !== 'PENDING');
  return (
    <Stack gap="lg">
      {[
        { title: t('mine.waitingTitle'), some: waiting },
        { title: t('mine.bookedTitle'), some: sure },
      ]
        .filter(({ some }) => some.length > 0)
        .map(({ title, some }) => (
          <section key={title} aria-label={title}>
            <Title order={2} mb="xs">
              {title}
            </Title>
            <ReservationRows reservations={some} />
          </section>
        ))}
    </Stack>
  );
}

function AllOfMine() {
  const { t } = useTranslation('booking');
  const { email } = useMe();
  const mayDecide = useMay('reservation.decide');
  // Who decides reads all: then it is asked for one's own address, which others' may contain.
  const user = mayDecide ? email : undefined;
  const pages = useInfiniteQuery(
    pagesOf(listReservations, { query: { sort: '-starts_at', limit: 50, user } }),
  );
  const mine = pages.data?.pages.flatMap(({ items }) => items).filter((one) => one.mine) ?? [];
  return (
    <QueryView query={pages}>
      {() =>
        mine.length === 0 ? (
          <Empty icon={IconHistory} title={t('mine.never')} />
        ) : (
          <>
            <ReservationRows reservations={mine} />
            <MoreRows
              has={pages.hasNextPage}
              loading={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}
