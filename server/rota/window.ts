import type { Refused } from '../platform/problem.ts';
import { addDays } from '../timeline/module.ts';
import type { Window } from './coverage.ts';

/** A window as it is stored. */
export type WindowRow = Window & { id: string };

/** A window ends after its start, on the same day. */
export function whyEmpty(window: { start_time: string; end_time: string }): Refused | null {
  if (window.end_time > window.start_time) return null;
  return invalidField('end_time', 'Must be after the start; over midnight, make two windows.');
}

/** The past keeps its windows, and a window changes only while it is in effect. */
export function whyNotFrom(from: string, today: string, until: string | null): Refused | null {
  if (from < today) {
    return invalidField('effective_from', `Must not be before today, ${today}: the past is kept.`);
  }
  if (until !== null && from > until) {
    return invalidField('effective_from', `This window is in effect until ${until}.`);
  }
  return null;
}

/** Two windows of one name cannot be told apart. */
export function whyNamed(
  windows: readonly WindowRow[],
  window: { name: string; slug?: string },
): Refused | null {
  const name = window.name.toLowerCase();
  const other = windows.find((one) => one.name.toLowerCase() === name && one.slug !== window.slug);
  if (!other) return null;
  return { code: 'window_exists', detail: `There is a window called ${other.name} already.` };
}

/** Every day from `today` on has something to cover: with no window, any day would count as covered. */
export function whyNone(windows: readonly Window[], today: string): Refused | null {
  let day: string | null = today;
  for (const one of windows.toSorted((a, b) => (a.effective_from < b.effective_from ? -1 : 1))) {
    if (one.effective_from > day) break;
    if (one.effective_until === null) return null;
    if (one.effective_until >= day) day = addDays(one.effective_until, 1);
  }
  const detail = `From ${day} on there would be nothing to cover. Add another window first.`;
  return { code: 'last_window', detail, facts: { date: day } };
}

function invalidField(field: string, sentence: string): Refused {
  return {
    code: 'invalid',
    status: 400,
    detail: `${field}: ${sentence}`,
    facts: { errors: { [field]: [sentence] } },
  };
}
