import type { Read } from '../platform/scope.ts';
import { findPreferences, type Preference } from '../registrations/module.ts';

/** What those whose registration was accepted asked for in a roster, by person. */
export async function findWishes(
  read: Read,
  rosterId: string,
): Promise<ReadonlyMap<string, Preference>> {
  const preferences = await findPreferences(read, rosterId);
  return new Map(preferences.map((one) => [one.personId, one]));
}

/** Whether someone wants a cell: true by what they asked for, false not that day or duty, null nothing said. */
export function prefers(
  said: Pick<Preference, 'dutyTypeIds' | 'datesNot'> | undefined,
  cell: { date: string; duty_type: string },
): boolean | null {
  if (!said) return null;
  if (said.datesNot.includes(cell.date)) return false;
  if (said.dutyTypeIds.length === 0) return null;
  return said.dutyTypeIds.includes(cell.duty_type);
}
