import { useState } from 'react';
import { dayOfMonth } from '../../lib/dates.ts';
import { count, showDate } from '../../lib/format.ts';
import { coverageWords, WindowBars } from './coverage-mark.tsx';
import { DayPanel } from './day-panel.tsx';
import type { MonthViewProps } from './month-grid.tsx';
import classes from './month-phone.module.css';
import { useInPeriod } from './use-in-period.ts';

/** The month on a phone: days as small buttons with their coverage, the chosen day below. */
export function MonthPhone({ calendar }: MonthViewProps) {
  const days = calendar.weeks.flatMap((week) => week.days);
  const ofMonth = days.filter((day) => day.is_current_month);
  const [chosen, setChosen] = useState(
    () => (ofMonth.find(({ date }) => date === calendar.today) ?? ofMonth[0])?.date,
  );
  const day = days.find(({ date }) => date === chosen);
  const inPeriod = useInPeriod();
  return (
    <>
      <div className={classes.weekdays} aria-hidden>
        {['M', 'T', 'W', 'T', 'F', 'S', 'S'].map((letter, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two letters are the same
          <span key={index}>{letter}</span>
        ))}
      </div>
      <div className={classes.grid}>
        {days.map(({ date, is_current_month, coverage, shifts }) => (
          <button
            key={date}
            type="button"
            className={classes.day}
            data-outside={!is_current_month || undefined}
            data-today={date === calendar.today || undefined}
            aria-pressed={date === chosen}
            aria-label={`${showDate(date, 'long')}${inPeriod(date) ? `, ${coverageWords[coverage.status]}` : ''}, ${count(shifts.length, 'shift')}`}
            onClick={() => setChosen(date)}
          >
            <span>{dayOfMonth(date)}</span>
            <span className={classes.bars}>
              {is_current_month && inPeriod(date) ? (
                <WindowBars windows={coverage.windows} />
              ) : null}
            </span>
          </button>
        ))}
      </div>
      {day ? (
        <section className={classes.chosen} aria-label={showDate(day.date, 'long')}>
          <DayPanel day={day} withTitle />
        </section>
      ) : null}
    </>
  );
}
