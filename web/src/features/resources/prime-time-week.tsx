import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PrimeTime } from '../../../../contract/resources/prime-time.ts';
import { toMinutes, toTime } from '../../lib/dates.ts';
import { showSpan, showWeekday } from '../../lib/format.ts';
import { useDragSpan } from '../../lib/use-drag-span.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import classes from './prime-time-week.module.css';

type Minutes = { from: number; to: number };

type PrimeTimeWeekProps = {
  times: readonly PrimeTime[];
  /** The resource that is painted on; null: all of them. */
  scope: string | null;
  open: Minutes;
  onEdit: (prime: PrimeTime) => void;
  onPaint: (weekday: number, span: Minutes) => void;
};

const stepMinutes = 30;
const hourPixels = 40;

/** A week by its hours; dragging over empty time paints prime time, what is painted opens. */
export function PrimeTimeWeek({ times, scope, open, onEdit, onPaint }: PrimeTimeWeekProps) {
  const { t } = useTranslation('resources');
  const { week_start } = useCalendarSettings();
  const weekdays = Array.from({ length: 7 }, (_, day) => (day + week_start - 1) % 7);
  const span = spanOf(times, open);
  const style = {
    '--minute': `${hourPixels / 60}px`,
    '--open': span.to - span.from,
  } as React.CSSProperties;
  return (
    <section className={classes.week} aria-label={t('prime.week')} style={style}>
      <div />
      {weekdays.map((weekday) => (
        <div key={weekday} className={classes.weekday}>
          {showWeekday(weekday + 1, 'short')}
        </div>
      ))}
      <div className={classes.hours} aria-hidden>
        {Array.from({ length: (span.to - span.from) / 60 }, (_, hour) => span.from / 60 + hour).map(
          (hour) => (
            <span key={hour}>{toTime(hour * 60)}</span>
          ),
        )}
      </div>
      {weekdays.map((weekday) => (
        <Day
          key={weekday}
          weekday={weekday}
          times={times.filter((prime) => prime.weekday === weekday)}
          scope={scope}
          span={span}
          onEdit={onEdit}
          onPaint={(painted) => onPaint(weekday, painted)}
        />
      ))}
    </section>
  );
}

/** Whole hours from when it opens to when it closes, and over what is prime time already. */
function spanOf(times: readonly PrimeTime[], open: Minutes): Minutes {
  const all = [open, ...times.map(minutesOf)];
  return {
    from: Math.floor(Math.min(...all.map(({ from }) => from)) / 60) * 60,
    to: Math.ceil(Math.max(...all.map(({ to }) => to)) / 60) * 60,
  };
}

function minutesOf({ start_time, end_time }: PrimeTime): Minutes {
  return { from: toMinutes(start_time), to: toMinutes(end_time) || 24 * 60 };
}

type DayProps = {
  weekday: number;
  times: readonly PrimeTime[];
  scope: string | null;
  span: Minutes;
  onEdit: (prime: PrimeTime) => void;
  onPaint: (painted: Minutes) => void;
};

function Day({ weekday, times, scope, span, onEdit, onPaint }: DayProps) {
  const { range, handlers } = useDragSpan(
    (painted) => {
      const free = clipped(painted, times.map(minutesOf));
      if (free) onPaint(free);
    },
    { ...span, step: stepMinutes },
  );
  return (
    <section className={classes.day} aria-label={showWeekday(weekday + 1)} {...handlers}>
      {times.map((prime) => (
        <Painted
          key={prime.id}
          prime={prime}
          ofScope={prime.resource === scope}
          span={span}
          onEdit={() => onEdit(prime)}
        />
      ))}
      {range ? (
        <div className={classes.brush} style={placeOf(range, span)} aria-hidden>
          {toTime(range.from)}–{toTime(range.to)}
        </div>
      ) : null}
    </section>
  );
}

/** What of a stroke lies on empty time, from its start on; null when nothing does. */
function clipped(stroke: Minutes, taken: readonly Minutes[]): Minutes | null {
  let { from, to } = stroke;
  for (const other of [...taken].sort((a, b) => a.from - b.from)) {
    if (other.to <= from || other.from >= to) continue;
    if (other.from <= from) from = other.to;
    else to = other.from;
  }
  return from < to ? { from, to } : null;
}

type PaintedProps = { prime: PrimeTime; ofScope: boolean; span: Minutes; onEdit: () => void };

function Painted({ prime, ofScope, span, onEdit }: PaintedProps) {
  const { t } = useTranslation('resources');
  const words = [
    prime.is_active ? '' : t('prime.off'),
    ofScope ? '' : t(prime.resource ? 'prime.ofOne' : 'prime.ofAll'),
  ].filter(Boolean);
  return (
    <UnstyledButton
      className={classes.painted ?? ''}
      style={placeOf(minutesOf(prime), span)}
      data-taken
      data-off={!prime.is_active || undefined}
      onClick={onEdit}
    >
      <VisuallyHidden>{showWeekday(prime.weekday + 1)}</VisuallyHidden>
      <span className={classes.times}>
        <IconStarFilled size={10} aria-hidden /> {showSpan(prime)}
      </span>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </UnstyledButton>
  );
}

function placeOf({ from, to }: Minutes, span: Minutes): React.CSSProperties {
  return {
    top: `calc(${from - span.from} * var(--minute))`,
    height: `calc(${to - from} * var(--minute))`,
  };
}
