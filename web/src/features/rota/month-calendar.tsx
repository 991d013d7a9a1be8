import { Box, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthCalendar } from '../../../../contract/calendar/month-calendar.ts';
import { addMonths, firstOfMonth, monthOf, todayIn } from '../../lib/dates.ts';
import { showMonth } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { queryClient, queryOf } from '../../lib/query.ts';
import { showSecondMonths } from '../../lib/second-calendar.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import { Page } from '../../ui/page.tsx';
import { LoadError } from '../../ui/query-view.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { CalendarLoading } from './calendar-loading.tsx';
import { CalendarKeys, CalendarToolbar, type GoTo } from './calendar-toolbar.tsx';
import { CalendarViews } from './calendar-views.tsx';
import { CoverageStats, type MonthCalendar } from './coverage-stats.tsx';
import { DayDrawer } from './day-panel.tsx';
import { MonthGrid } from './month-grid.tsx';
import { MonthPhone } from './month-phone.tsx';
import { NoPeriod } from './no-period.tsx';
import { useCalendarKeys } from './use-calendar-keys.ts';
import { useCalendarPerson } from './use-calendar-person.ts';
import { useInPeriod } from './use-in-period.ts';

/** `/calendar`: on to the month that it is where the organisation is. */
export function ThisMonthPage() {
  const { year, month } = monthOf(todayIn(useMe().organisation.time_zone));
  return (
    <Navigate
      to="/calendar/$year/$month"
      params={{ year: String(year), month: String(month) }}
      replace
    />
  );
}

const monthQuery = (year: number, month: number, person?: string) =>
  queryOf(monthCalendar, { params: { year, month }, query: { pending: true, person } });

/** A month with its coverage, shifts and requests. */
export function MonthPage() {
  const { t } = useTranslation('rota');
  const params = useParams({ strict: false });
  const year = Number(params.year);
  const month = Number(params.month);
  const today = todayIn(useMe().organisation.time_zone);
  const { person } = useCalendarPerson();
  const [day, setDay] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  const phone = usePhone();
  const { openAsk } = useOverlays();
  const { second_calendar } = useCalendarSettings();
  const mayAsk = useMay('shift.ask');
  const calendar = useQuery(monthQuery(year, month, person));
  const go = useMonthNavigation(year, month);
  const first = firstOfMonth(year, month);
  const dateToAsk = today.slice(0, 7) === first.slice(0, 7) ? today : first;
  const leaveFor = (date: string) => {
    setWanted(date);
    go(date > first ? 1 : -1);
  };
  const ask = (date: string) => mayAsk && openAsk(date);

  useCalendarKeys(go, () => ask(dateToAsk));

  const days = calendar.data?.weeks.flatMap((week) => week.days);
  const View = phone ? MonthPhone : MonthGrid;
  return (
    <Page
      title={showMonth(year, month)}
      description={showSecondMonths(year, month, second_calendar)}
      actions={
        <>
          <CalendarViews unit="month" date={dateToAsk} />
          <CalendarToolbar unit="month" date={first} onGo={go} />
          {mayAsk && !phone ? (
            <Button leftSection={<IconPlus size={16} />} onClick={() => ask(dateToAsk)}>
              {t('askForShift')}
            </Button>
          ) : null}
        </>
      }
    >
      {calendar.isError ? (
        <LoadError error={calendar.error} onRetry={() => calendar.refetch()} />
      ) : calendar.data && days ? (
        <>
          <MonthSummary calendar={calendar.data} />
          <View
            key={first}
            calendar={calendar.data}
            startAt={wanted?.startsWith(first.slice(0, 7)) ? wanted : undefined}
            onOpenDay={setDay}
            onAsk={ask}
            onLeave={leaveFor}
          />
          <CalendarKeys unit="month" />
          <DayDrawer
            day={phone ? undefined : days.find(({ date }) => date === day)}
            onClose={() => setDay(undefined)}
          />
        </>
      ) : (
        <CalendarLoading unit="month" />
      )}
    </Page>
  );
}

function MonthSummary({ calendar }: { calendar: MonthCalendar }) {
  const inPeriod = useInPeriod();
  const days = calendar.weeks.flatMap((week) => week.days);
  return days.some((day) => day.is_current_month && inPeriod(day.date)) ? (
    <CoverageStats calendar={calendar} />
  ) : (
    <Box mb="sm">
      <NoPeriod month={showMonth(calendar.year, calendar.month)} />
    </Box>
  );
}

function useMonthNavigation(year: number, month: number): GoTo {
  const navigate = useNavigate();
  const { time_zone } = useMe().organisation;
  const { person } = useCalendarPerson();
  useEffect(() => {
    for (const step of [-1, 1]) {
      const next = addMonths(year, month, step);
      void queryClient.prefetchQuery(monthQuery(next.year, next.month, person));
    }
  }, [year, month, person]);
  return (where) => {
    const to = where === 'today' ? monthOf(todayIn(time_zone)) : addMonths(year, month, where);
    void navigate({
      to: '/calendar/$year/$month',
      params: { year: String(to.year), month: String(to.month) },
      search: { person },
    });
  };
}
