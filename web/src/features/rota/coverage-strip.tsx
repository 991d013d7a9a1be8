import { Skeleton, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listCoverage } from '../../../../contract/rota/list-coverage.ts';
import { showDate } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { CoverageMark, coverageWords, sayCoverage } from './coverage-mark.tsx';
import classes from './coverage-strip.module.css';

/** A period's days in one strip, each in its coverage. */
export function CoverageStrip({ start, end }: { start: string; end: string }) {
  const coverage = useQuery(queryOf(listCoverage, { query: { start_date: start, end_date: end } }));
  if (!coverage.data) return <Skeleton h={28} />;
  const days = coverage.data;
  const of = (status: string) => days.filter((day) => day.status === status).length;
  return (
    <div>
      <ol className={classes.strip} aria-label="Coverage by day">
        {days.map(({ date, status, windows }) => (
          <Tooltip key={date} label={`${showDate(date)}: ${sayCoverage(windows)}`}>
            <li
              className={classes.day}
              data-status={status}
              aria-label={`${showDate(date)}: ${coverageWords[status]}`}
            />
          </Tooltip>
        ))}
      </ol>
      <div className={classes.legend}>
        {(['complete', 'partial', 'none'] as const).map((status) => (
          <CoverageMark
            key={status}
            status={status}
            label={`${coverageWords[status]} ${of(status)}`}
          />
        ))}
      </div>
    </div>
  );
}
