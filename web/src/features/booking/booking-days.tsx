import { Stack } from '@mantine/core';
import type { BookingDay } from '../../../../contract/booking/booking-day.ts';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { usePhone } from '../../ui/use-phone.ts';
import classes from './booking-days.module.css';
import { DayReservations } from './day-reservations.tsx';
import { SlotGrid } from './slot-grid.tsx';
import { SlotLegend } from './slot-legend.tsx';
import { SlotList } from './slot-list.tsx';
import { SlotsMonth } from './slots-month.tsx';
import type { useBookingPlace } from './use-booking-place.ts';
import { WeekStrip } from './week-strip.tsx';

type BookingDaysProps = {
  days: readonly BookingDay[];
  resource: Resource;
  place: ReturnType<typeof useBookingPlace>;
};

/** The days of a resource as the view wants them: a grid at a desk, lists to tap on a phone. */
export function BookingDays({ days, resource, place }: BookingDaysProps) {
  const phone = usePhone();
  const { view, date } = place;
  const day = days.find((one) => one.date === date) ?? days[0];
  if (!day) return null;
  if (view === 'month') {
    return (
      <Stack gap="sm">
        <SlotLegend />
        <SlotsMonth days={days} month={date} resource={place.resource} />
      </Stack>
    );
  }
  if (phone) {
    return (
      <Stack gap="md">
        {view === 'week' ? (
          <WeekStrip days={days} date={day.date} onPick={(picked) => place.show('week', picked)} />
        ) : null}
        <SlotList day={day} resource={resource} />
      </Stack>
    );
  }
  if (view === 'week') {
    return (
      <Stack gap="sm">
        <SlotLegend />
        <SlotGrid days={days} resource={resource} place={place} />
      </Stack>
    );
  }
  return (
    <div className={classes.day}>
      <DayReservations day={day} key={day.date} />
      <Stack gap="sm">
        <SlotLegend />
        <SlotGrid days={[day]} resource={resource} place={place} />
      </Stack>
    </div>
  );
}
