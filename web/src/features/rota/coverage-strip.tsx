import { Skeleton, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../contract/platform/route.ts';
import { listCoverage } from '../../../../contract/rota/list-coverage.ts';
import {
  addDays,
  dayOfMonth,
  isoWeekOf,
  startOfWeek,
  todayIn,
  weekdayOf,
} from '../../lib/dates.ts';
import { isFromRight, mirrored } from '../../lib/direction.ts';
import { showDate, showWeekday } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { LoadError } from '../../ui/query-view.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { calendarPath } from './calendar-views.tsx';
import { CoverageMark, coverageWord, sayCoverage } from './coverage-mark.tsx';
import classes from './coverage-strip.module.css';

type Days = Answer<typeof listCoverage>;
type CoverageStripProps = { start: string; end: string };

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** A period's days, a row a week, each in its coverage; the arrow keys walk them, each opens its day. */
export function CoverageStrip({ start, end }: CoverageStripProps) {
  const { t } = useTranslation('rota');
  const coverage = useQuery(queryOf(listCoverage, { query: { start_date: start, end_date: end } }));
  if (coverage.isError) {
    return <LoadError error={coverage.error} onRetry={() => coverage.refetch()} />;
  }
  if (!coverage.data) return <Skeleton h={240} role="status" aria-label={t('loadingCoverage')} />;
  return (
    <div>
      <WeekRows days={coverage.data} start={start} />
      <Legend statuses={coverage.data.map(({ status }) => status)} />
    </div>
  );
}

function WeekRows({ days, start }: { days: Days; start: string }) {
  const { t } = useTranslation('rota');
  const [focused, setFocused] = useState(start);
  // Arabic names of days are long.
  const narrow = usePhone() && isFromRight();
  const weeks = Map.groupBy(days, ({ date }) => isoWeekOf(date));
  const tabbable = days.some(({ date }) => date === focused) ? focused : start;
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const next = addDays(focused, steps[mirrored(event.key)] ?? 0);
    const day = event.currentTarget.querySelector<HTMLElement>(`[data-date="${next}"]`);
    if (!(event.key in steps) || !day) return;
    event.preventDefault();
    day.focus();
  };
  return (
    <table className={classes.strip} aria-label={t('coverageByDay')} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{t('week')}</th>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {showWeekday(weekday, narrow ? 'narrow' : 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...weeks].map(([week, ofWeek]) => (
          <tr key={week}>
            <th scope="row">
              <Link to={calendarPath('week', startOfWeek(week))} className={classes.week}>
                {week.slice(5)}
              </Link>
            </th>
            {weekdays.map((weekday) => {
              const day = ofWeek.find(({ date }) => weekdayOf(date) === weekday - 1);
              return (
                <td key={weekday}>
                  {day ? (
                    <Day
                      day={day}
                      named={day.date === start}
                      tabbable={day.date === tabbable}
                      onFocus={setFocused}
                    />
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = {
  day: Days[number];
  /** Whether the month is said with the day, as it is on the first of each. */
  named: boolean;
  tabbable: boolean;
  onFocus: (date: string) => void;
};

function Day({ day: { date, status, windows }, named, tabbable, onFocus }: DayProps) {
  const today = todayIn(useMe().organisation.time_zone);
  const number = dayOfMonth(date);
  return (
    <Tooltip
      label={`${showDate(date)}: ${sayCoverage(windows)}`}
      multiline
      maw={260}
      events={{ hover: true, focus: true, touch: false }}
    >
      <Link
        to={calendarPath('day', date)}
        className={classes.day}
        data-date={date}
        data-status={status}
        tabIndex={tabbable ? 0 : -1}
        aria-current={date === today ? 'date' : undefined}
        aria-label={`${showDate(date, 'day')}: ${coverageWord(status)}`}
        onFocus={() => onFocus(date)}
      >
        <span>{named || number === 1 ? showDate(date, 'day') : number}</span>
        <CoverageMark status={status} />
      </Link>
    </Tooltip>
  );
}

function Legend({ statuses }: { statuses: readonly string[] }) {
  const { t } = useTranslation('rota');
  return (
    <div className={classes.legend}>
      {(['complete', 'partial', 'none'] as const).map((status) => (
        <CoverageMark
          key={status}
          status={status}
          label={`${coverageWord(status)} ${t('days', { count: statuses.filter((one) => one === status).length })}`}
        />
      ))}
    </div>
  );
}
