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
  const coming = useMine({ coming: true });
  const { pending_trades: trades } = read;
  const live = coming.mine.filter(({ status }) => ['CONFIRMED', 'PENDING'].includes(status));
  const sure = live.filter(({ status }) => status === 'CONFIRMED').length;
  const waiting = live.length - sure;
  return (
    <Stack gap="lg">
      <StatCards>
        <StatCard
          number={coming.pages.hasNextPage ? `${sure}+` : sure}
          label={t('mine.upcoming', { count: sure })}
        />
        <StatCard number={waiting} label={t('mine.waiting', { count: waiting })} />
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
          <QueryView query={coming.pages}>{() => <Coming reservations={live} />}</QueryView>
          <MorePages pages={coming.pages} />
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

/** My reservations, those still ahead by their start or all of them newest first, page by page. */
function useMine({ coming }: { coming: boolean }) {
  const { email, organisation } = useMe();
  const mayDecide = useMay('reservation.decide');
  const pages = useInfiniteQuery(
    pagesOf(listReservations, {
      query: {
        limit: 50,
        // Who decides reads all: then it is asked for one's own address, which others' may contain.
        user: mayDecide ? email : undefined,
        ...(coming
          ? { sort: 'starts_at' as const, start_date: todayIn(organisation.time_zone) }
          : { sort: '-starts_at' as const }),
      },
    }),
  );
  const mine = pages.data?.pages.flatMap(({ items }) => items).filter((one) => one.mine) ?? [];
  return { pages, mine };
}

type Pages = ReturnType<typeof useMine>['pages'];

function MorePages({ pages }: { pages: Pages }) {
  return (
    <MoreRows
      has={pages.hasNextPage}
      loading={pages.isFetchingNextPage}
      onMore={() => void pages.fetchNextPage()}
    />
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
  const { pages, mine } = useMine({ coming: false });
  return (
    <>
      <QueryView query={pages}>
        {() =>
          mine.length === 0 ? (
            <Empty icon={IconHistory} title={t('mine.never')} />
          ) : (
            <ReservationRows reservations={mine} />
          )
        }
      </QueryView>
      <MorePages pages={pages} />
    </>
  );
}
