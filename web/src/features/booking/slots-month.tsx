import { Table, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconHourglass, IconStarFilled } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingDay } from '../../../../contract/booking/booking-day.ts';
import { calendarRows } from '../../lib/calendar-rows.ts';
import { addDays, dayOfMonth, monthOf, todayIn, weekdayOf } from '../../lib/dates.ts';
import { showDate, showMonth, showWeekday } from '../../lib/format.ts';
import { useMe } from '../../lib/use-me.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import classes from './slots-month.module.css';
import { bookingPath } from './use-booking-place.ts';

type SlotsMonthProps = {
  days: readonly BookingDay[];
  /** A date of the month that is shown. */
  month: string;
  resource: string | undefined;
};

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month of a resource: how much of each day is free. The arrow keys walk it, each day opens. */
export function SlotsMonth({ days, month, resource }: SlotsMonthProps) {
  const { week_start } = useCalendarSettings();
  const today = todayIn(useMe().organisation.time_zone);
  const rows = calendarRows(
    days.map((day) => ({ ...day, is_current_month: day.date.slice(0, 7) === month.slice(0, 7) })),
    week_start,
  );
  const shown = rows.flat().flatMap((day) => day?.date ?? []);
  const [focused, setFocused] = useState(() => (shown.includes(today) ? today : month));
  const table = useRef<HTMLTableElement>(null);
  const navigate = useNavigate();
  const { year, month: number } = monthOf(month);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const sideways = Math.abs(step) === 1 && document.documentElement.dir === 'rtl' ? -1 : 1;
    const next = addDays(focused, step * sideways);
    if (shown.includes(next)) {
      table.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
    } else void navigate({ to: bookingPath('month', next), search: { resource } });
  };
  return (
    <Table
      ref={table}
      className={classes.month ?? ''}
      aria-label={showMonth(year, number)}
      onKeyDown={onKeyDown}
      withRowBorders={false}
    >
      <Table.Thead>
        <Table.Tr>
          {rows[1]?.map((day) => (
            <Table.Th key={day?.date} scope="col" className={classes.weekday ?? ''}>
              {day ? showWeekday(weekdayOf(day.date) + 1, 'short') : null}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.find(Boolean)?.date}>
            {row.map((day, column) => (
              <Table.Td key={day?.date ?? column} className={classes.cell ?? ''}>
                {day ? (
                  <MonthDay
                    day={day}
                    outside={!day.is_current_month}
                    today={today}
                    resource={resource}
                    tabbable={day.date === focused}
                    onFocus={() => setFocused(day.date)}
                  />
                ) : null}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type MonthDayProps = {
  day: BookingDay;
  outside: boolean;
  today: string;
  resource: string | undefined;
  tabbable: boolean;
  onFocus: () => void;
};

function MonthDay({ day, outside, today, resource, tabbable, onFocus }: MonthDayProps) {
  const { t } = useTranslation('booking');
  const { date, available_slots: slots, reserved_slots, is_primetime } = day;
  const free = slots.filter(({ available }) => available).length;
  const mine = reserved_slots.filter((reservation) => reservation.mine);
  const waiting = mine.filter(({ status }) => status === 'PENDING').length;
  return (
    <Link
      to={bookingPath('day', date)}
      search={{ resource }}
      className={classes.day}
      data-date={date}
      data-outside={outside || undefined}
      data-past={date < today || undefined}
      data-today={date === today || undefined}
      aria-current={date === today ? 'date' : undefined}
      tabIndex={tabbable ? 0 : -1}
      onFocus={onFocus}
    >
      <span className={classes.head}>
        <VisuallyHidden>{showDate(date, 'long')}</VisuallyHidden>
        <span className={classes.number} aria-hidden>
          {dayOfMonth(date)}
        </span>
        {is_primetime ? (
          <>
            <IconStarFilled className={classes.prime} size={11} aria-hidden />
            <VisuallyHidden>{t('slot.primeTime')}</VisuallyHidden>
          </>
        ) : null}
      </span>
      {mine.length > 0 ? (
        <span className={classes.mine}>
          {waiting < mine.length ? <IconCheck size={12} stroke={3} aria-hidden /> : null}
          {waiting > 0 ? <IconHourglass size={12} aria-hidden /> : null}
          {t('month.yours', { count: mine.length })}
        </span>
      ) : null}
      {date >= today ? (
        <span className={classes.free} data-none={free === 0 || undefined}>
          {free > 0 ? t('month.freeShort', { count: free }) : t('month.full')}
        </span>
      ) : null}
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${slots.length > 0 ? (100 * free) / slots.length : 0}%` }} />
      </span>
    </Link>
  );
}
