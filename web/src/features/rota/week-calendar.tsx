import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { weekCalendar } from '../../../../contract/calendar/week-calendar.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { addDays, isoWeekOf, startOfWeek, todayIn } from '../../lib/dates.ts';
import { showDates } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { queryClient, queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { CalendarLoading } from './calendar-loading.tsx';
import { CalendarKeys, CalendarToolbar } from './calendar-toolbar.tsx';
import { CalendarViews, calendarPath } from './calendar-views.tsx';
import { ClockChange } from './clock-change.tsx';
import { TimeGrid } from './time-grid.tsx';
import { useCalendarKeys } from './use-calendar-keys.ts';
import { useCalendarPerson } from './use-calendar-person.ts';
import { WeekPhone } from './week-phone.tsx';

export type WeekDay = Answer<typeof weekCalendar>['days'][number];

/** `/calendar/week`: on to the week that it is where the organisation is. */
export function ThisWeekPage() {
  return <Navigate to={calendarPath('week', todayIn(useMe().organisation.time_zone))} replace />;
}

const weekQuery = (monday: string, person?: string) => {
  const [year, week] = isoWeekOf(monday).split('-W').map(Number);
  return queryOf(weekCalendar, { params: { year, week }, query: { pending: true, person } });
};

/** A week by its hours. */
export function WeekPage() {
  const { t } = useTranslation('rota');
  const { year, week = '' } = useParams({ strict: false });
  const monday = startOfWeek(`${year}-W${week}`);
  const sunday = addDays(monday, 6);
  const today = todayIn(useMe().organisation.time_zone);
  const here = monday <= today && today <= sunday ? today : monday;
  const phone = usePhone();
  const { openAsk } = useOverlays();
  const mayAsk = useMay('shift.ask');
  const { person } = useCalendarPerson();
  const calendar = useQuery(weekQuery(monday, person));
  const navigate = useNavigate();
  const go = (where: number | 'today') =>
    void navigate({
      to: calendarPath('week', where === 'today' ? today : addDays(monday, where * 7)),
      search: { person },
    });
  useCalendarKeys(go, () => mayAsk && openAsk(here));
  useEffect(() => {
    for (const days of [-7, 7]) {
      void queryClient.prefetchQuery(weekQuery(addDays(monday, days), person));
    }
  }, [monday, person]);
  const shifts = calendar.data ? ` · ${t('shifts', { count: calendar.data.total_shifts })}` : '';
  return (
    <Page
      title={t('weekNumber', { week: Number(week) })}
      description={`${showDates(monday, sunday)}${shifts}`}
      actions={
        <>
          <CalendarViews unit="week" date={here} />
          <CalendarToolbar unit="week" date={here} onGo={go} />
          {mayAsk && !phone ? (
            <Button leftSection={<IconPlus size={16} />} onClick={() => openAsk(here)}>
              {t('askForShift')}
            </Button>
          ) : null}
        </>
      }
    >
      <QueryView query={calendar} loading={<CalendarLoading unit="week" />}>
        {({ days }) =>
          phone ? (
            <WeekPhone days={days} today={today} />
          ) : (
            <Stack gap="md">
              {days.map(({ date, clock_change }) => (
                <ClockChange key={date} change={clock_change} date={date} />
              ))}
              <div>
                <TimeGrid
                  days={days}
                  today={today}
                  label={t('hoursOfWeek', { week: Number(week) })}
                />
                <CalendarKeys unit="week" />
              </div>
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}
