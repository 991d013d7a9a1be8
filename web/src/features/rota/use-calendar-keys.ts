import { useHotkeys } from '@mantine/hooks';
import type { GoTo } from './calendar-toolbar.tsx';

/** The keys that every calendar has; none while a dialog is open. */
export function useCalendarKeys(go: GoTo, ask: () => void): void {
  useHotkeys([
    ['[', () => unlessInDialog(() => go(-1))],
    [']', () => unlessInDialog(() => go(1))],
    ['t', () => unlessInDialog(() => go('today'))],
    ['n', () => unlessInDialog(ask)],
  ]);
}

/** Does it unless a dialog is open, to which the key belongs then. */
export function unlessInDialog(act: () => void): void {
  if (!document.querySelector('[role="dialog"]')) act();
}
