import { useHotkeys } from '@mantine/hooks';
import { unlessInDialog } from '../../lib/unless-in-dialog.ts';
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
