import { editCoverageWindow as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { refuseIf } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { addDays, dateAt, withSeconds } from '../timeline/module.ts';
import { type WindowRow, whyEmpty, whyNamed, whyNotFrom } from './window.ts';
import { recordWindow } from './window-event.ts';
import { insertWindow, lockWindows, updateWindow, windowIn } from './window-store.ts';
import { recordWindowTurns } from './window-turns.ts';

/** An admin changes a window from a date on; the days before keep what it was. */
export const editCoverageWindow = action(route, async (tx, { params, body }) => {
  const today = dateAt(tx.now, tx.tenant.timeZone);
  const windows = await lockWindows(tx, today);
  const before = await windowIn(tx, windows, params.id);
  const hasBegun = before.effective_from <= today;
  const from = body.effective_from ?? (hasBegun ? today : before.effective_from);
  const after = {
    ...before,
    name: body.name ?? before.name,
    start_time: withSeconds(body.start_time ?? before.start_time),
    end_time: withSeconds(body.end_time ?? before.end_time),
  };
  refuseIf(whyEmpty(after));
  refuseIf(whyNotFrom(from, today, before.effective_until));
  refuseIf(whyNamed(windows, after));
  if (body.effective_from === undefined && isSame(before, after)) return before;

  const window = await replaceFrom(tx, from, before, after);
  const entry = await recordWindow(tx, 'edited', from, window, before);
  await recordWindowTurns(tx, from, windows, entry);
  return window;
});

/** Ends the old row the day before and begins a new one; a row that begins then is changed itself. */
async function replaceFrom(
  tx: Tx,
  from: string,
  before: WindowRow,
  after: WindowRow,
): Promise<WindowRow> {
  if (from > before.effective_from) {
    const window = { ...after, id: newId(), effective_from: from };
    await updateWindow(tx, { ...before, effective_until: addDays(from, -1) });
    await insertWindow(tx, window);
    return window;
  }
  const window = { ...after, effective_from: from };
  await updateWindow(tx, window);
  return window;
}

function isSame(before: WindowRow, after: WindowRow): boolean {
  return (['name', 'start_time', 'end_time'] as const).every(
    (field) => before[field] === after[field],
  );
}
