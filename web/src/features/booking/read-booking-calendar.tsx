import { Button, Skeleton, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { readBookingCalendar } from '../../../../contract/booking/read-booking-calendar.ts';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { addDays, daysBetween, monthOf, todayIn } from '../../lib/dates.ts';
import { showDate, showDates, showMonth, showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { queryClient, queryOf } from '../../lib/query.ts';
import { useTopic } from '../../lib/topics.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import { resourceOf, useResources } from '../../lib/use-resources.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { BookingDays } from './booking-days.tsx';
import { BookingKeys, BookingToolbar } from './booking-toolbar.tsx';
import { ResourceSwitch } from './resource-switch.tsx';
import { type BookingView, bookingPath, rangeOf, useBookingPlace } from './use-booking-place.ts';

/** `/booking`: on to this week at a desk, to today on a phone. */
export function BookingNowPage() {
  const view = usePhone() ? 'day' : 'week';
  const today = todayIn(useMe().organisation.time_zone);
  return <Navigate to={bookingPath(view, today)} replace />;
}

/** The calendar of a resource: what is free, mine and taken; a tap on what is free books it. */
export function BookingPage() {
  const { t } = useTranslation('booking');
  const today = todayIn(useMe().organisation.time_zone);
  const place = useBookingPlace(today);
  const { week_start } = useCalendarSettings();
  const range = rangeOf(place.view, place.date, week_start);
  const resources = useResources();
  const resource = resources.data && resourceOf(resources.data, place.resource);
  const { openBook } = useOverlays();
  const mayBook = useMay('reservation.make');
  const here = range.start <= today && today <= range.end ? today : place.date;
  const over = here < today;
  const book = () => mayBook && openBook(over ? today : here, resource?.id);
  return (
    <Page
      title={titleOf(place.view, place.date, range)}
      description={resource ? describe(resource, t) : ' '}
      actions={
        <>
          <BookingToolbar place={place} date={here} onBook={book} />
          {resource && resources.data ? (
            <ResourceSwitch
              resources={resources.data}
              resource={resource}
              onShow={place.showResource}
            />
          ) : null}
          {mayBook ? (
            <Button leftSection={<IconPlus size={16} />} onClick={book} visibleFrom="sm">
              {t('calendar.book')}
            </Button>
          ) : null}
        </>
      }
    >
      <QueryView query={resources} loading={<CalendarLoading />}>
        {() => (resource ? <ResourceDays resource={resource} range={range} place={place} /> : null)}
      </QueryView>
      <BookingKeys view={place.view} />
    </Page>
  );
}

type ResourceDaysProps = {
  resource: Resource;
  range: { start: string; end: string };
  place: ReturnType<typeof useBookingPlace>;
};

function ResourceDays({ resource, range, place }: ResourceDaysProps) {
  useTopic(`resource:${resource.id}`);
  const calendar = useQuery(calendarQuery(resource.id, range.start, range.end));
  useEffect(() => {
    const days = daysBetween(range.start, range.end) + 1;
    if (days > 7) return;
    for (const step of [-days, days]) {
      const start = addDays(range.start, step);
      void queryClient.prefetchQuery(calendarQuery(resource.id, start, addDays(start, days - 1)));
    }
  }, [resource.id, range.start, range.end]);
  return (
    <QueryView query={calendar} loading={<CalendarLoading />}>
      {(read) => <BookingDays days={read.calendar} resource={resource} place={place} />}
    </QueryView>
  );
}

function calendarQuery(resource: string, start_date: string, end_date: string) {
  return queryOf(readBookingCalendar, { query: { resource, start_date, end_date } });
}

function CalendarLoading() {
  const { t } = useTranslation('booking');
  return (
    <Stack role="status" aria-label={t('calendar.loading')}>
      <Skeleton h="min(70vh, 44rem)" radius="lg" />
    </Stack>
  );
}

function titleOf(view: BookingView, date: string, range: { start: string; end: string }): string {
  if (view === 'day') return showDate(date, 'long');
  if (view === 'week') return showDates(range.start, range.end);
  const { year, month } = monthOf(date);
  return showMonth(year, month);
}

function describe(resource: Resource, t: ReturnType<typeof useTranslation<'booking'>>['t']) {
  const { business_start_time: start_time, business_end_time: end_time } = resource.settings;
  return t('calendar.open', { resource: resource.name, span: showSpan({ start_time, end_time }) });
}
