import { VisuallyHidden } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingDay } from '../../../../contract/booking/booking-day.ts';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { dayOfMonth, todayIn, toTime, weekdayOf } from '../../lib/dates.ts';
import { showWeekday } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { SlotColumn } from './slot-column.tsx';
import classes from './slot-grid.module.css';
import { type Minutes, openMinutes, slotsOf } from './slots-of-day.ts';
import { bookingPath, type useBookingPlace } from './use-booking-place.ts';
import { useSlotRange } from './use-slot-range.ts';

type SlotGridProps = {
  days: readonly BookingDay[];
  resource: Resource;
  place: ReturnType<typeof useBookingPlace>;
};

// A slot is at least this high, so that it can be hit and read.
const slotPixels = 30;
const hourPixels = 44;

/** Days beside each other, from when the first opens until the last closes. */
export function SlotGrid({ days, resource, place }: SlotGridProps) {
  const { t } = useTranslation('booking');
  const { openBook } = useOverlays();
  const mayBook = useMay('reservation.make');
  const today = todayIn(useMe().organisation.time_zone);
  const open = openMinutes(days);
  const columns = days.map((day) => ({ day, slots: slotsOf(day) }));
  const book = (date: string, { from, to }: Minutes) =>
    openBook(date, resource.id, { start_time: toTime(from), end_time: toTime(to) });
  const range = useSlotRange(columns, mayBook ? book : undefined);
  const box = useRef<HTMLElement>(null);
  const shown = days.map(({ date }) => date).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other days begin where something can be done; the same ones stay where one has scrolled to
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('button[data-slot]');
    if (box.current && first) box.current.scrollTop = Math.max(0, first.offsetTop - slotPixels);
  }, [shown]);
  const pixels = Math.max(
    hourPixels / 60,
    slotPixels / Math.max(5, resource.settings.slot_duration_minutes),
  );
  const style = {
    '--days': days.length,
    '--minute': `${pixels}px`,
    '--open': open.to - open.from,
  } as React.CSSProperties;
  return (
    <section
      ref={box}
      className={classes.scroll}
      aria-label={t('grid.label', { resource: resource.name })}
      {...range.handlers}
    >
      <div className={classes.grid} style={style}>
        {days.length > 1 ? (
          <>
            <div className={classes.corner} />
            {days.map((day) => (
              <DayHead key={day.date} day={day} today={today} resource={place.resource} />
            ))}
          </>
        ) : null}
        <Hours open={open} />
        {columns.map(({ day, slots }, column) => (
          <SlotColumn
            key={day.date}
            day={day}
            slots={slots}
            column={column}
            open={open}
            today={today}
            range={range}
          />
        ))}
      </div>
    </section>
  );
}

function Hours({ open }: { open: Minutes }) {
  const first = Math.ceil(open.from / 60);
  const hours = Array.from({ length: Math.ceil(open.to / 60) - first }, (_, hour) => first + hour);
  return (
    <div className={classes.hours} aria-hidden>
      {hours.map((hour) => (
        <span key={hour} style={{ top: `calc(${hour * 60 - open.from} * var(--minute))` }}>
          {toTime(hour * 60)}
        </span>
      ))}
    </div>
  );
}

type DayHeadProps = { day: BookingDay; today: string; resource: string | undefined };

function DayHead({ day: { date, is_primetime }, today, resource }: DayHeadProps) {
  const { t } = useTranslation('booking');
  return (
    <div className={classes.head} data-today={date === today || undefined}>
      <Link
        to={bookingPath('day', date)}
        search={{ resource }}
        className={classes.headDay}
        aria-current={date === today ? 'date' : undefined}
      >
        <span>{showWeekday(weekdayOf(date) + 1, 'short')}</span> <strong>{dayOfMonth(date)}</strong>
      </Link>
      {is_primetime ? (
        <span className={classes.prime}>
          <IconStarFilled size={12} aria-hidden />
          <VisuallyHidden>{t('slot.primeTime')}</VisuallyHidden>
        </span>
      ) : null}
    </div>
  );
}
