/** One line of the doctor: what was looked at, how it is, and a sentence that says what to do. */
export type Finding = { what: string; state: 'ok' | 'warn' | 'fail'; says: string };

/** A finding that is fine unless something speaks against it. */
export function finding(
  what: string,
  says: string,
  against: { fail?: string | false | null; warn?: string | false | null } = {},
): Finding {
  if (against.fail) return { what, state: 'fail', says: against.fail };
  if (against.warn) return { what, state: 'warn', says: against.warn };
  return { what, state: 'ok', says };
}
