import type { Read } from '../platform/scope.ts';

/** What a volunteer asked for when they signed up: which duties (none: any), and which days not. */
export type Preference = { dutyTypeIds: readonly string[]; datesNot: readonly string[] };

/** What those whose registration was accepted asked for in a roster, by person. */
export async function findWishes(
  _read: Read,
  _rosterId: string,
): Promise<ReadonlyMap<string, Preference>> {
  return new Map();
}

/** Whether someone wants a cell: true by what they asked for, false not that day or duty, null nothing said. */
export function prefers(
  said: Preference | undefined,
  cell: { date: string; duty_type: string },
): boolean | null {
  if (!said) return null;
  if (said.datesNot.includes(cell.date)) return false;
  if (said.dutyTypeIds.length === 0) return null;
  return said.dutyTypeIds.includes(cell.duty_type);
}
