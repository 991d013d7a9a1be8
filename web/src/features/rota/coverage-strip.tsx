import { Skeleton, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listCoverage } from '../../../../contract/rota/list-coverage.ts';
import { addDays, dayOfMonth } from '../../lib/dates.ts';
import { count, showDate } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { LoadError } from '../../ui/query-view.tsx';
import { calendarPath } from './calendar-views.tsx';
import { CoverageMark, coverageWords, sayCoverage } from './coverage-mark.tsx';
import classes from './coverage-strip.module.css';

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** A period's days in one strip, each in its coverage; the arrow keys walk it, each opens its day. */
export function CoverageStrip({ start, end }: { start: string; end: string }) {
  const coverage = useQuery(queryOf(listCoverage, { query: { start_date: start, end_date: end } }));
  const [focused, setFocused] = useState(start);
  if (coverage.isError) {
    return <LoadError error={coverage.error} onRetry={() => coverage.refetch()} />;
  }
  if (!coverage.data) return <Skeleton h={88} role="status" aria-label="Loading the coverage" />;
  const days = coverage.data;
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const next = addDays(focused, steps[event.key] ?? 0);
    const day = event.currentTarget.querySelector<HTMLElement>(`[data-date="${next}"]`);
    if (!(event.key in steps) || !day) return;
    event.preventDefault();
    day.focus();
  };
  const tabbable = days.some(({ date }) => date === focused) ? focused : start;
  return (
    <div>
      <ol className={classes.strip} aria-label="Coverage by day" onKeyDown={onKeyDown}>
        {days.map(({ date, status, windows }) => (
          <li key={date}>
            <Tooltip label={`${showDate(date)}: ${sayCoverage(windows)}`} multiline maw={260}>
              <Link
                to={calendarPath('day', date)}
                className={classes.day}
                data-date={date}
                data-status={status}
                tabIndex={date === tabbable ? 0 : -1}
                aria-label={`${showDate(date, 'day')}: ${coverageWords[status]}`}
                onFocus={() => setFocused(date)}
              >
                <span>
                  {date === start || dayOfMonth(date) === 1
                    ? showDate(date, 'day')
                    : dayOfMonth(date)}
                </span>
                <CoverageMark status={status} />
              </Link>
            </Tooltip>
          </li>
        ))}
      </ol>
      <Legend statuses={days.map(({ status }) => status)} />
    </div>
  );
}

function Legend({ statuses }: { statuses: readonly string[] }) {
  return (
    <div className={classes.legend}>
      {(['complete', 'partial', 'none'] as const).map((status) => (
        <CoverageMark
          key={status}
          status={status}
          label={`${coverageWords[status]} ${count(statuses.filter((one) => one === status).length, 'day')}`}
        />
      ))}
    </div>
  );
}
