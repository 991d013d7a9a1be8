import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WindowCoverage } from '../../../../contract/rota/coverage.ts';
import { toMinutes } from '../../lib/dates.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import type { Segment } from './grid-segments.ts';
import classes from './time-grid.module.css';

type GridBandsProps = {
  date: string;
  windows: readonly WindowCoverage[];
  segments: readonly Segment[];
  mayAsk: boolean;
};
type Times = { start_time: string; end_time: string };

/** The windows of a day as bands: what is open is hatched, says so, and asks for exactly that. */
export function GridBands({ date, windows, segments, mayAsk }: GridBandsProps) {
  const { t } = useTranslation('rota');
  const { openAsk } = useOverlays();
  return windows.map((window) => (
    <div key={window.window}>
      <div
        className={classes.band}
        data-status={window.covered ? 'complete' : 'partial'}
        style={placeOf(window)}
        aria-hidden
      />
      {gapsOf(window).map((gap) => {
        const words = t('bandOpen', { window: window.name });
        const look = { className: classes.gap ?? '', style: placeOf(gap) };
        const times = {
          start_time: gap.start_time.slice(0, 5),
          end_time: gap.end_time.slice(0, 5),
        };
        // A request upon it hides most of it: then one asks by the day.
        return mayAsk && !segments.some((segment) => lieTogether(segment, gap)) ? (
          <UnstyledButton
            key={gap.start_time}
            {...look}
            aria-label={t('bandOpenAsk', {
              window: window.name,
              span: showSpan(gap),
              date: showDate(date),
            })}
            onClick={() => openAsk(date, times)}
          >
            {words}
          </UnstyledButton>
        ) : (
          <div key={gap.start_time} {...look}>
            {words}
          </div>
        );
      })}
    </div>
  ));
}

function gapsOf(window: WindowCoverage): readonly Times[] {
  if (window.covered) return [];
  return window.gaps.length > 0 ? window.gaps : [window];
}

function lieTogether({ from, to }: Segment, { start_time, end_time }: Times): boolean {
  return from < toMinutes(end_time) && to > toMinutes(start_time);
}

function placeOf({ start_time, end_time }: Times): React.CSSProperties {
  const [from, to] = [toMinutes(start_time), toMinutes(end_time)];
  return {
    top: `calc(${from} * var(--minute))`,
    height: `calc(${to - from} * var(--minute))`,
  };
}
