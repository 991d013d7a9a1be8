import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCalendar } from '../../../../contract/calendar/day-calendar.ts';
import { addDays, todayIn } from '../../lib/dates.ts';
import { showDate } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { queryClient, queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { CalendarLoading } from './calendar-loading.tsx';
import { CalendarKeys, CalendarToolbar } from './calendar-toolbar.tsx';
import { CalendarViews, calendarPath } from './calendar-views.tsx';
import { ClockChange, changedHour } from './clock-change.tsx';
import classes from './day-calendar.module.css';
import { DayPanel } from './day-panel.tsx';
import { TimeGrid } from './time-grid.tsx';
import { useCalendarKeys } from './use-calendar-keys.ts';
import { useCalendarPerson } from './use-calendar-person.ts';

/** `/calendar/day`: on to today where the organisation is. */
export function TodayPage() {
  return <Navigate to={calendarPath('day', todayIn(useMe().organisation.time_zone))} replace />;
}

const dayQuery = (date: string, person?: string) =>
  queryOf(dayCalendar, { params: { date }, query: { pending: true, person } });

/** A day by its hours, beside all that is known of it. */
export function DayPage() {
  const { t } = useTranslation('rota');
  const { date = '' } = useParams({ strict: false });
  const today = todayIn(useMe().organisation.time_zone);
  const { openAsk } = useOverlays();
  const mayAsk = useMay('shift.ask');
  const { person } = useCalendarPerson();
  const calendar = useQuery(dayQuery(date, person));
  const navigate = useNavigate();
  const go = (where: number | 'today') =>
    void navigate({
      to: calendarPath('day', where === 'today' ? today : addDays(date, where)),
      search: { person },
    });
  useCalendarKeys(go, () => mayAsk && openAsk(date));
  useEffect(() => {
    for (const days of [-1, 1]) {
      void queryClient.prefetchQuery(dayQuery(addDays(date, days), person));
    }
  }, [date, person]);
  return (
    <Page
      title={showDate(date, 'long')}
      description={date === today ? t('today') : undefined}
      actions={
        <>
          <CalendarViews unit="day" date={date} />
          <CalendarToolbar unit="day" date={date} onGo={go} />
        </>
      }
    >
      <QueryView query={calendar} loading={<CalendarLoading unit="day" />}>
        {(day) => (
          <div className={classes.page}>
            <Stack gap="md">
              <ClockChange change={changedHour(day.timeline)} />
              <DayPanel day={day} />
            </Stack>
            <div>
              <TimeGrid
                days={[day]}
                today={today}
                label={t('hoursOfDay', { date: showDate(date, 'long') })}
              />
              <CalendarKeys unit="day" />
            </div>
          </div>
        )}
      </QueryView>
    </Page>
  );
}
