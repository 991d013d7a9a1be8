import { Table, Tooltip, VisuallyHidden } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { dayOfMonth } from '../../lib/dates.ts';
import { saySpan, showDate, showHours } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { CoverageMark, coverageWord, sayCoverage, WindowBars } from './coverage-mark.tsx';
import type { CalendarDay } from './coverage-stats.tsx';
import classes from './month-grid.module.css';
import { ShiftChip } from './shift-chip.tsx';

const chipsMax = 3;

type MonthDayProps = {
  day: CalendarDay;
  today: string;
  painted: boolean;
  tabbable: boolean;
  onFocus: () => void;
  onOpen: () => void;
};

/** One day of the month: coverage, shifts, hours. Enter or a click opens it. */
export function MonthDay({ day, today, painted, tabbable, onFocus, onOpen }: MonthDayProps) {
  const { t } = useTranslation('rota');
  const { openShift } = useOverlays();
  const { status, windows } = day.coverage;
  const shown = day.shifts.length > chipsMax ? day.shifts.slice(0, chipsMax - 1) : day.shifts;
  const more = day.shifts.length - shown.length;
  const covered = windows.filter((window) => window.covered).length;
  return (
    <Table.Td
      role="gridcell"
      className={classes.day ?? ''}
      data-date={day.date}
      data-outside={!day.is_current_month || undefined}
      data-today={day.date === today || undefined}
      data-past={day.date < today || undefined}
      data-status={painted ? status : undefined}
      aria-current={day.date === today ? 'date' : undefined}
      tabIndex={tabbable ? 0 : -1}
      onFocus={onFocus}
      onClick={({ target }) => {
        const chip = target instanceof Element ? target.closest<HTMLElement>('[data-shift]') : null;
        if (chip?.dataset.shift) openShift(chip.dataset.shift);
        else onOpen();
      }}
    >
      <VisuallyHidden>{sayDay(day, painted)}</VisuallyHidden>
      <div className={classes.inside} aria-hidden>
        <div className={classes.head}>
          <span className={classes.number}>{dayOfMonth(day.date)}</span>
          <span className={classes.hours}>
            {day.shifts.length > 0 ? showHours(day.total_hours) : ''}
          </span>
          {painted ? (
            <Tooltip label={sayCoverage(windows)} multiline maw={260}>
              <span className={classes.coverage}>
                <CoverageMark
                  status={status}
                  {...(status === 'complete' ? {} : { label: `${covered}/${windows.length}` })}
                />
              </span>
            </Tooltip>
          ) : null}
        </div>
        {shown.map((shift) => (
          <ShiftChip key={shift.id} shift={shift} />
        ))}
        {more > 0 ? <span className={classes.more}>{t('more', { more })}</span> : null}
        <div className={classes.foot}>{painted ? <WindowBars windows={windows} /> : null}</div>
      </div>
    </Table.Td>
  );
}

function sayDay(day: CalendarDay, painted: boolean): string {
  const waiting = day.shifts.filter((shift) => shift.status === 'PENDING').length;
  return [
    showDate(day.date, 'long'),
    painted ? `${coverageWord(day.coverage.status)}: ${sayCoverage(day.coverage.windows)}` : '',
    ...day.shifts
      .filter((shift) => shift.status === 'APPROVED')
      .map((shift) => `${shift.pa_name} ${saySpan(shift)}`),
    waiting ? i18next.t('rota:requestsWaiting', { count: waiting }) : '',
    painted || day.shifts.length > 0
      ? i18next.t('rota:hoursInAll', { hours: showHours(day.total_hours) })
      : '',
  ]
    .filter(Boolean)
    .join('. ');
}
