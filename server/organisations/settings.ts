import type { System } from '../../contract/identity/systems.ts';
import { systems } from '../../contract/identity/systems.ts';
import { knownTimeZone } from '../identity/module.ts';
import { invalid, type Refused } from '../platform/problem.ts';
import type { Settings } from './settings-store.ts';

/** What someone wants to change; `systems` names those that are on. */
export type Wanted = Partial<Omit<Settings, 'systems_off'>> & { systems?: System[] };

/** The settings as they would be. 400 on `time_zone` or `locale` when there is no such one. */
export function settingsAfter<S extends Settings>(
  before: S,
  { systems: on, ...wanted }: Wanted,
): S {
  return {
    ...before,
    ...wanted,
    ...(wanted.time_zone !== undefined && { time_zone: zoneNamed(wanted.time_zone) }),
    ...(wanted.locale !== undefined && { locale: localeNamed(wanted.locale) }),
    ...(on && { systems_off: systems.filter((system) => !on.includes(system)) }),
  };
}

/** Which settings differ, before and after. */
export function changesOf(before: Settings, after: Settings) {
  const fields = [
    ...(['name', 'slug', 'time_zone', 'locale'] as const),
    ...(['week_start', 'second_calendar', 'second_calendar_offset', 'systems_off'] as const),
  ];
  const changed = fields.filter((field) => String(before[field]) !== String(after[field]));
  return Object.fromEntries(
    changed.map((field) => [field, { before: before[field], after: after[field] }]),
  );
}

/**
 * What people are committed to was agreed by the clocks of the zone so far; another zone would move
 * it for them without a word.
 */
export function whyNotMoveZone(commitmentsAhead: number): Refused | null {
  if (commitmentsAhead === 0) return null;
  return {
    code: 'zone_in_use',
    detail: `People are committed ${commitmentsAhead} times ahead by the clocks of the zone so far. Cancel or finish those first.`,
    facts: { commitments_ahead: commitmentsAhead },
  };
}

function zoneNamed(name: string): string {
  const zone = knownTimeZone(name);
  if (zone) return zone;
  throw invalid({ time_zone: ['Give an IANA time zone, like Europe/London.'] });
}

function localeNamed(name: string): string {
  try {
    const [locale] = Intl.getCanonicalLocales(name);
    if (locale && Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0) return locale;
  } catch {
    // falls through to the refusal
  }
  throw invalid({ locale: ['Give a language tag, like en-GB or ar.'] });
}
