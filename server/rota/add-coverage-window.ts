import { addCoverageWindow as route } from '../../contract/routes.ts';
import { freeSlug, slugOf } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { refuseIf } from '../platform/problem.ts';
import { dateAt, withSeconds } from '../timeline/module.ts';
import { whyEmpty, whyNamed, whyNotFrom } from './window.ts';
import { recordWindow } from './window-event.ts';
import { insertWindow, lockWindows } from './window-store.ts';
import { recordWindowTurns } from './window-turns.ts';

/** An admin adds a span of every day that must be covered, from a date on. */
export const addCoverageWindow = action(route, async (tx, { body }) => {
  const today = dateAt(tx.now, tx.tenant.timeZone);
  const from = body.effective_from ?? today;
  const windows = await lockWindows(tx, today);
  const window = {
    id: newId(),
    slug: freeSlug(slugOf(body.name, 'window'), new Set(windows.map(({ slug }) => slug))),
    name: body.name,
    start_time: withSeconds(body.start_time),
    end_time: withSeconds(body.end_time),
    effective_from: from,
    effective_until: null,
  };
  refuseIf(whyEmpty(window));
  refuseIf(whyNotFrom(from, today, null));
  refuseIf(whyNamed(windows, window));

  await insertWindow(tx, window);
  const entry = await recordWindow(tx, 'added', from, window);
  await recordWindowTurns(tx, from, windows, entry);
  return window;
});
