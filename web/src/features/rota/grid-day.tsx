import { VisuallyHidden } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { minutesNowIn, toTime } from '../../lib/dates.ts';
import { showDate } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useDragSpan } from '../../lib/use-drag-span.ts';
import { useMe } from '../../lib/use-me.ts';
import { coverageWord, sayCoverage } from './coverage-mark.tsx';
import { GridBands } from './grid-bands.tsx';
import { segmentsOf } from './grid-segments.ts';
import { GridShift } from './grid-shift.tsx';
import classes from './time-grid.module.css';
import type { GridDayData } from './time-grid.tsx';

type GridDayProps = { day: GridDayData; today: string; painted: boolean; mayAsk: boolean };

/** One day's 24 hours: windows, shifts, now. Dragging over empty time asks for it. */
export function GridDay({ day, today, painted, mayAsk }: GridDayProps) {
  const { date, shifts, coverage } = day;
  const { openAsk } = useOverlays();
  const { range, handlers } = useDragSpan(({ from, to }) =>
    openAsk(date, { start_time: toTime(from), end_time: toTime(to) }),
  );
  const segments = segmentsOf(date, shifts);
  return (
    <section
      className={classes.day}
      aria-label={showDate(date, 'long')}
      data-today={date === today || undefined}
      data-past={date < today || undefined}
      {...(mayAsk ? handlers : {})}
    >
      <VisuallyHidden>
        {painted ? `${coverageWord(coverage.status)}: ${sayCoverage(coverage.windows)}` : ''}
      </VisuallyHidden>
      {painted ? (
        <GridBands
          date={date}
          windows={coverage.windows}
          segments={segments}
          mayAsk={mayAsk && date >= today}
        />
      ) : null}
      {segments.length > 0 ? (
        <ul className={classes.shifts}>
          {segments.map((segment) => (
            <GridShift key={segment.shift.id} segment={segment} />
          ))}
        </ul>
      ) : null}
      {range ? (
        <div
          className={classes.drag}
          style={{
            top: `calc(${range.from} * var(--minute))`,
            height: `calc(${range.to - range.from} * var(--minute))`,
          }}
        >
          {toTime(range.from)}–{toTime(range.to)}
        </div>
      ) : null}
      {date === today ? <NowLine /> : null}
    </section>
  );
}

const tickMs = 30_000;

function NowLine() {
  const { time_zone } = useMe().organisation;
  const [now, setNow] = useState(() => minutesNowIn(time_zone));
  useInterval(() => setNow(minutesNowIn(time_zone)), tickMs, { autoInvoke: true });
  return (
    <div className={classes.now} style={{ top: `calc(${now} * var(--minute))` }} aria-hidden />
  );
}
