import { Button, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconCalendarMonth, IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listShifts } from '../../../../contract/rota/list-shifts.ts';
import { mySchedule } from '../../../../contract/rota/my-schedule.ts';
import type { Shift } from '../../../../contract/rota/shift.ts';
import { addDays, isoWeekOf, startOfWeek, todayIn } from '../../lib/dates.ts';
import { showDate } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ComingDuties } from './coming-duties.tsx';
import { ShiftRows } from './shift-rows.tsx';

/** What is mine: the shifts I am on, and what became of my requests. */
export function MySchedulePage() {
  const { t } = useTranslation('rota');
  const { id, organisation } = useMe();
  const today = todayIn(organisation.time_zone);
  const { openAsk, openFeed } = useOverlays();
  const mayAsk = useMay('shift.ask');
  const coming = useQuery(queryOf(mySchedule, { query: { start_date: today, limit: 100 } }));
  const past = useQuery(
    queryOf(mySchedule, {
      query: { start_date: addDays(today, -60), end_date: addDays(today, -1), limit: 100 },
    }),
  );
  const mine = useQuery(queryOf(listShifts, { query: { person: id, limit: 100 } }));
  const requests = mine.data?.filter(({ status }) => status !== 'APPROVED') ?? [];
  const waiting = requests.filter(({ status }) => status === 'PENDING').length;
  return (
    <Page
      title={t('mySchedule')}
      narrow
      actions={
        <>
          <Button
            variant="default"
            px="sm"
            leftSection={<IconCalendarPlus size={16} />}
            onClick={openFeed}
          >
            {t('addToMyCalendar')}
          </Button>
          {mayAsk ? (
            <Button px="sm" leftSection={<IconPlus size={16} />} onClick={() => openAsk(today)}>
              {t('askForShift')}
            </Button>
          ) : null}
        </>
      }
    >
      <Tabs defaultValue="coming" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="coming">{t('coming')}</Tabs.Tab>
          <Tabs.Tab value="requests">
            {waiting ? t('requestsNumber', { waiting }) : t('requests')}
          </Tabs.Tab>
          <Tabs.Tab value="past">{t('past')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="coming">
          <Stack gap="lg">
            <ComingDuties />
            <QueryView query={coming}>{(shifts) => <Coming shifts={shifts} />}</QueryView>
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="requests">
          <QueryView query={mine}>
            {() => (
              <ShiftRows
                shifts={requests}
                empty={
                  <Empty icon={IconPlus} title={t('askedForNothing')}>
                    {t('requestsStandHere')}
                  </Empty>
                }
              />
            )}
          </QueryView>
        </Tabs.Panel>
        <Tabs.Panel value="past">
          <QueryView query={past}>
            {(shifts) => <ShiftRows shifts={[...shifts].reverse()} withStatus={false} />}
          </QueryView>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Coming({ shifts }: { shifts: readonly Shift[] }) {
  const { t } = useTranslation('rota');
  if (shifts.length === 0) {
    return (
      <Empty
        icon={IconCalendarMonth}
        title={t('nothingComingUp')}
        action={
          <Button component={Link} to="/calendar" variant="default">
            {t('findOpenSlot')}
          </Button>
        }
      >
        {t('calendarShowsNeed')}
      </Empty>
    );
  }
  const weeks = Map.groupBy(shifts, ({ date }) => isoWeekOf(date));
  return (
    <Stack gap="lg">
      {[...weeks].map(([week, ofWeek]) => (
        <section key={week}>
          <Title order={2} fz="sm" c="dimmed" mb="xs">
            {t('weekOf', { date: showDate(startOfWeek(week), 'day') })}
            <Text span inherit fw={400} ms="xs">
              {week}
            </Text>
          </Title>
          <ShiftRows shifts={ofWeek} withStatus={false} />
        </section>
      ))}
    </Stack>
  );
}
