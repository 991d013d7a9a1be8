import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { adminDashboard } from '../../../../contract/booking/admin-dashboard.ts';
import { listReservations } from '../../../../contract/booking/list-reservations.ts';
import { todayIn } from '../../lib/dates.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { useResources } from '../../lib/use-resources.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StatCard, StatCards } from '../../ui/stat-card.tsx';
import { ActivityRows } from './activity-rows.tsx';
import { ReservationRows } from './reservation-rows.tsx';
import { useResourceTopics } from './use-resource-topics.ts';

/** Where who looks after bookings begins: what waits, what is today, what happened, what to do next. */
export function BookingDeskPage() {
  const { t } = useTranslation('booking');
  const resources = useResources().data ?? [];
  useResourceTopics(resources);
  const today = todayIn(useMe().organisation.time_zone);
  const dashboard = useQuery(queryOf(adminDashboard, {}));
  return (
    <Page title={t('desk.title')} description={t('desk.description')}>
      <QueryView query={dashboard}>
        {({ pending_approvals: waiting, todays_reservations: todays, recent_activity }) => (
          <Stack gap="lg">
            <StatCards>
              <StatCard
                number={waiting}
                label={t('desk.waiting', { count: waiting })}
                to="/booking/approvals"
                next={waiting > 0 ? t('desk.decide') : t('desk.nothingToDecide')}
              />
              <StatCard
                number={todays}
                label={t('desk.today', { count: todays })}
                to="/booking/reservations"
                search={{ from: today, until: today, sort: 'starts_at' }}
                next={t('desk.seeThem')}
              />
              <StatCard
                number={resources.length}
                label={t('desk.resources', { count: resources.length })}
                to="/booking/resources"
                next={t('desk.seeResources')}
              />
            </StatCards>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <Todays today={today} />
              <section aria-labelledby="desk-activity">
                <Title order={2} id="desk-activity" mb="sm">
                  {t('mine.activity')}
                </Title>
                <ActivityRows activity={recent_activity} empty={t('desk.noActivity')} />
              </section>
            </SimpleGrid>
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function Todays({ today }: { today: string }) {
  const { t } = useTranslation('booking');
  const reservations = useQuery(
    queryOf(listReservations, {
      query: { start_date: today, end_date: today, sort: 'starts_at', limit: 20 },
    }),
  );
  return (
    <section aria-labelledby="desk-today">
      <Title order={2} id="desk-today" mb="sm">
        {t('desk.todayTitle')}
      </Title>
      <QueryView query={reservations}>
        {(found) => {
          const live = found.filter(({ status }) => ['CONFIRMED', 'PENDING'].includes(status));
          return live.length > 0 ? (
            <ReservationRows reservations={live} withName />
          ) : (
            <Text c="dimmed">{t('desk.noneToday')}</Text>
          );
        }}
      </QueryView>
    </section>
  );
}
