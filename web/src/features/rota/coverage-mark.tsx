import { IconCircleCheckFilled, IconCircleDashed, IconCircleHalf2 } from '@tabler/icons-react';
import i18next from 'i18next';
import type { CoverageStatus, WindowCoverage } from '../../../../contract/rota/coverage.ts';
import { showSpan } from '../../lib/format.ts';
import classes from './coverage-mark.module.css';

/** Whether it is covered, in words. */
export function coverageWord(status: CoverageStatus): string {
  return i18next.t(`rota:coverage.${status}`);
}

const icons = {
  complete: IconCircleCheckFilled,
  partial: IconCircleHalf2,
  none: IconCircleDashed,
} as const;

/** A day's coverage as shape, colour and, where there is room, words. */
export function CoverageMark({ status, label }: { status: CoverageStatus; label?: string }) {
  const Icon = icons[status];
  return (
    <span className={classes.mark} data-status={status}>
      <Icon size={16} stroke={2} aria-hidden />
      {label ? <span>{label}</span> : null}
    </span>
  );
}

/** A window's own state: some of it covered is partly, as for days. */
export function statusOfWindow(window: WindowCoverage): CoverageStatus {
  if (window.covered) return 'complete';
  const [gap] = window.gaps;
  const whole =
    window.gaps.length === 0 ||
    (window.gaps.length === 1 &&
      gap?.start_time.slice(0, 5) === window.start_time.slice(0, 5) &&
      gap.end_time.slice(0, 5) === window.end_time.slice(0, 5));
  return whole ? 'none' : 'partial';
}

/** One bar per window: solid when covered, hatched where open. */
export function WindowBars({ windows }: { windows: readonly WindowCoverage[] }) {
  return (
    <span className={classes.bars} aria-hidden>
      {windows.map((window) => (
        <span key={window.window} className={classes.bar} data-status={statusOfWindow(window)} />
      ))}
    </span>
  );
}

/** The windows of a day in a sentence, for screen readers and tooltips. */
export function sayCoverage(windows: readonly WindowCoverage[]): string {
  return windows
    .map((window) => {
      const gaps = window.gaps.map((gap) => showSpan(gap)).join(', ');
      if (window.covered) return i18next.t('rota:windowCovered', { window: window.name });
      return i18next.t('rota:windowOpen', {
        window: window.name,
        spans: gaps || showSpan(window),
      });
    })
    .join('; ');
}
