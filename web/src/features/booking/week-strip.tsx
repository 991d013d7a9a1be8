import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BookingDay } from '../../../../contract/booking/booking-day.ts';
import { dayOfMonth, todayIn, weekdayOf } from '../../lib/dates.ts';
import { showDate, showWeekday } from '../../lib/format.ts';
import { useMe } from '../../lib/use-me.ts';
import classes from './week-strip.module.css';

type WeekStripProps = {
  days: readonly BookingDay[];
  date: string;
  onPick: (date: string) => void;
};

/** The days of a week on a phone, with how much of each is free; the chosen one stands below. */
export function WeekStrip({ days, date, onPick }: WeekStripProps) {
  const { t } = useTranslation('booking');
  const today = todayIn(useMe().organisation.time_zone);
  return (
    <div className={classes.strip}>
      {days.map((day) => {
        const free = day.available_slots.filter(({ available }) => available).length;
        const mine = day.reserved_slots.some((reservation) => reservation.mine);
        return (
          <button
            key={day.date}
            type="button"
            className={classes.day}
            data-date={day.date}
            data-today={day.date === today || undefined}
            data-mine={mine || undefined}
            aria-pressed={day.date === date}
            onClick={() => onPick(day.date)}
          >
            <VisuallyHidden>
              {showDate(day.date, 'long')}
              {day.date < today ? '' : `, ${t('month.free', { count: free })}`}
            </VisuallyHidden>
            <span className={classes.weekday} aria-hidden>
              {showWeekday(weekdayOf(day.date) + 1, 'short')}
            </span>
            <strong aria-hidden>{dayOfMonth(day.date)}</strong>
            <span className={classes.free} aria-hidden>
              {day.date < today ? '–' : t('month.freeShort', { count: free })}
            </span>
          </button>
        );
      })}
    </div>
  );
}
