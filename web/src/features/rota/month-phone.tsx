import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarRows, columnOf } from '../../lib/calendar-rows.ts';
import { dayOfMonth } from '../../lib/dates.ts';
import { showDate, showWeekday } from '../../lib/format.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import { coverageWord, WindowBars } from './coverage-mark.tsx';
import { DayPanel } from './day-panel.tsx';
import type { MonthViewProps } from './month-grid.tsx';
import classes from './month-phone.module.css';
import { useInPeriod } from './use-in-period.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** The month on a phone: days as small buttons with their coverage, the chosen day below. */
export function MonthPhone({ calendar }: MonthViewProps) {
  const { t } = useTranslation('rota');
  const { week_start } = useCalendarSettings();
  const rows = calendarRows(
    calendar.weeks.flatMap((week) => week.days),
    week_start,
  );
  const days = rows.flat().filter((day) => day !== null);
  const lead = days[0] ? columnOf(days[0].date, week_start) : 0;
  const named = [...weekdays.slice(week_start - 1), ...weekdays.slice(0, week_start - 1)];
  const ofMonth = days.filter((day) => day.is_current_month);
  const [chosen, setChosen] = useState(
    () => (ofMonth.find(({ date }) => date === calendar.today) ?? ofMonth[0])?.date,
  );
  const day = days.find(({ date }) => date === chosen);
  const inPeriod = useInPeriod();
  return (
    <>
      <div className={classes.weekdays} aria-hidden>
        {named.map((weekday) => (
          <span key={weekday}>{showWeekday(weekday, 'narrow')}</span>
        ))}
      </div>
      <div className={classes.grid}>
        {lead > 0 ? <span style={{ gridColumn: `span ${lead}` }} /> : null}
        {days.map(({ date, is_current_month, coverage, shifts }) => (
          <button
            key={date}
            type="button"
            className={classes.day}
            data-outside={!is_current_month || undefined}
            data-today={date === calendar.today || undefined}
            aria-pressed={date === chosen}
            aria-label={`${showDate(date, 'long')}${inPeriod(date) ? `, ${coverageWord(coverage.status)}` : ''}, ${t('shifts', { count: shifts.length })}`}
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
