import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfMonth, toTime, weekdayOf } from '../../lib/dates.ts';
import { showDate, showWeekday } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useMay } from '../../lib/use-me.ts';
import { calendarPath } from './calendar-views.tsx';
import { CoverageMark, coverageWord } from './coverage-mark.tsx';
import type { CalendarDay } from './coverage-stats.tsx';
import { GridDay } from './grid-day.tsx';
import { firstMinute } from './grid-segments.ts';
import classes from './time-grid.module.css';
import { useCalendarPerson } from './use-calendar-person.ts';
import { useInPeriod } from './use-in-period.ts';

export type GridDayData = Pick<CalendarDay, 'date' | 'shifts' | 'coverage' | 'total_hours'>;

type TimeGridProps = { days: readonly GridDayData[]; today: string; label: string };

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Days beside each other, their hours downwards; begins where something happens. */
export function TimeGrid({ days, today, label }: TimeGridProps) {
  const scroll = useRef<HTMLElement>(null);
  const inPeriod = useInPeriod();
  const mayAsk = useMay('shift.ask');
  const first = firstMinute(
    days.map(({ date, shifts, coverage }) => ({
      date,
      shifts,
      windows: coverage.windows.map((window) => window.start_time),
    })),
  );
  const shown = days.map(({ date }) => date).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other days begin elsewhere; the same ones stay where one has scrolled to
  useEffect(() => {
    const box = scroll.current;
    if (box) box.scrollTop = (first / (24 * 60) - 1 / 48) * hoursHeightOf(box);
  }, [shown]);
  return (
    <section ref={scroll} className={classes.scroll} aria-label={label}>
      <div className={classes.grid} style={{ '--days': days.length } as React.CSSProperties}>
        {days.length > 1 ? (
          <>
            <div className={classes.corner} />
            {days.map((day) => (
              <DayHead
                key={day.date}
                day={day}
                today={today}
                painted={inPeriod(day.date)}
                mayAsk={mayAsk}
              />
            ))}
          </>
        ) : null}
        <div className={classes.hours} aria-hidden>
          {hours.map((hour) => (
            <span key={hour}>{hour > 0 ? toTime(hour * 60) : ''}</span>
          ))}
        </div>
        {days.map((day) => (
          <GridDay
            key={day.date}
            day={day}
            today={today}
            painted={inPeriod(day.date)}
            mayAsk={mayAsk}
          />
        ))}
      </div>
    </section>
  );
}

function hoursHeightOf(box: HTMLElement): number {
  return box.querySelector('section')?.clientHeight ?? 0;
}

type DayHeadProps = { day: GridDayData; today: string; painted: boolean; mayAsk: boolean };

function DayHead({ day: { date, coverage }, today, painted, mayAsk }: DayHeadProps) {
  const { t } = useTranslation('rota');
  const { openAsk } = useOverlays();
  const { person } = useCalendarPerson();
  return (
    <div className={classes.head} data-today={date === today || undefined}>
      <Link
        to={calendarPath('day', date)}
        search={{ person }}
        className={classes.headDay}
        aria-current={date === today ? 'date' : undefined}
      >
        <span>{showWeekday(weekdayOf(date) + 1, 'short')}</span> <strong>{dayOfMonth(date)}</strong>
        <VisuallyHidden>{painted ? `, ${coverageWord(coverage.status)}` : ''}</VisuallyHidden>
        {painted ? <CoverageMark status={coverage.status} /> : null}
      </Link>
      {mayAsk && painted && date >= today ? (
        <ActionIcon
          size={28}
          aria-label={t('askForShiftOn', { date: showDate(date) })}
          onClick={() => openAsk(date)}
        >
          <IconPlus size={16} />
        </ActionIcon>
      ) : null}
    </div>
  );
}
