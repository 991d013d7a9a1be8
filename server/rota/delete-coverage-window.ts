import { deleteCoverageWindow as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { refuseIf } from '../platform/problem.ts';
import { addDays, dateAt } from '../timeline/module.ts';
import { whyNone } from './window.ts';
import { recordWindow } from './window-event.ts';
import { lockWindows, removeWindow, updateWindow, windowIn } from './window-store.ts';
import { recordWindowTurns } from './window-turns.ts';

/** An admin ends a window: from today on it need not be covered; the days before keep it. */
export const deleteCoverageWindow = action(route, async (tx, { params }) => {
  const today = dateAt(tx.now, tx.tenant.timeZone);
  const windows = await lockWindows(tx, today);
  const window = await windowIn(tx, windows, params.id);
  const others = windows.filter((one) => one !== window);
  refuseIf(whyNone(others, today));

  const ended = { ...window, effective_until: addDays(today, -1) };
  const hasBegun = window.effective_from < today;
  await (hasBegun ? updateWindow(tx, ended) : removeWindow(tx, window.id));
  const entry = await recordWindow(tx, 'ended', today, hasBegun ? ended : window, window);
  await recordWindowTurns(tx, today, windows, entry);
  return { message: `${window.name} need not be covered any more.` };
});
