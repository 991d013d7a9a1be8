import { Table } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { calendarRows } from '../../lib/calendar-rows.ts';
import { addDays } from '../../lib/dates.ts';
import { mirrored } from '../../lib/direction.ts';
import { showMonth, showWeekday } from '../../lib/format.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import type { CalendarDay, MonthCalendar } from './coverage-stats.tsx';
import { MonthDay } from './month-day.tsx';
import classes from './month-grid.module.css';
import { useInPeriod } from './use-in-period.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export type MonthViewProps = {
  calendar: MonthCalendar;
  onOpenDay: (date: string) => void;
  onAsk: (date: string) => void;
  /** The day to begin at: the one that the arrow keys left the month before for. */
  startAt?: string | undefined;
  onLeave: (date: string) => void;
};

/**
 * The month as a grid that the arrow keys walk. Our own and not @mantine/schedule's MonthView:
 * that one has no place in a day to paint coverage on and makes every shift a stop of the tab key.
 */
export function MonthGrid({ calendar, startAt, onOpenDay, onAsk, onLeave }: MonthViewProps) {
  const { week_start } = useCalendarSettings();
  const rows = calendarRows(
    calendar.weeks.flatMap((week) => week.days),
    week_start,
  );
  const days = rows.flat().filter((day) => day !== null);
  const named = [...weekdays.slice(week_start - 1), ...weekdays.slice(0, week_start - 1)];
  const [focused, setFocused] = useState(() => startAt ?? firstFocus(calendar, days));
  const table = useRef<HTMLTableElement>(null);
  const inPeriod = useInPeriod();

  useEffect(() => {
    if (startAt) table.current?.querySelector<HTMLElement>(`[data-date="${startAt}"]`)?.focus();
  }, [startAt]);
  const focus = (date: string) => {
    setFocused(date);
    table.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[mirrored(event.key)];
    if (step !== undefined) {
      const next = addDays(focused, step);
      if (days.some(({ date }) => date === next)) focus(next);
      else onLeave(next);
    } else if (event.key === 'Enter' || event.key === ' ') onOpenDay(focused);
    else if (event.key === 'n') onAsk(focused);
    else return;
    // What the grid answers must not reach the keys of the page (“n” there means today).
    event.preventDefault();
    event.nativeEvent.stopImmediatePropagation();
  };

  return (
    <Table
      ref={table}
      role="grid"
      className={classes.grid ?? ''}
      aria-label={showMonth(calendar.year, calendar.month)}
      onKeyDown={onKeyDown}
      withRowBorders={false}
    >
      <WeekdayHead days={named} />
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.find(Boolean)?.date}>
            {row.map((day, column) =>
              day ? (
                <MonthDay
                  key={day.date}
                  day={day}
                  today={calendar.today}
                  painted={day.is_current_month && inPeriod(day.date)}
                  tabbable={day.date === focused}
                  onFocus={() => setFocused(day.date)}
                  onOpen={() => onOpenDay(day.date)}
                />
              ) : (
                <Table.Td key={named[column]} />
              ),
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function WeekdayHead({ days }: { days: readonly number[] }) {
  return (
    <Table.Thead>
      <Table.Tr>
        {days.map((day) => (
          <Table.Th key={day} scope="col" abbr={showWeekday(day)} className={classes.weekday ?? ''}>
            {showWeekday(day, 'short')}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

function firstFocus(calendar: MonthCalendar, days: readonly CalendarDay[]): string {
  const ofMonth = days.filter((day) => day.is_current_month);
  return (ofMonth.find(({ date }) => date === calendar.today) ?? ofMonth[0])?.date ?? '';
}
