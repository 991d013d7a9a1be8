import { invalid } from '../platform/problem.ts';

type Given = { full_name?: string; first_name?: string; last_name?: string };

/**
 * First and last name from either form of a body; a full name is split at its last space. 400 when
 * both forms or none are given.
 */
export function splitName(given: Given): { firstName: string; lastName: string } {
  const { full_name: full, first_name: first, last_name: last = '' } = given;
  if (full === undefined && first === undefined) {
    throw invalid({ full_name: ['Give full_name, or first_name and last_name.'] });
  }
  if (full === undefined) return { firstName: first ?? '', lastName: last };
  if (first !== undefined || given.last_name !== undefined) {
    throw invalid({ full_name: ['Give full_name, or first_name and last_name, not both.'] });
  }
  const name = full.replace(/\s+/gu, ' ');
  const space = name.lastIndexOf(' ');
  if (space < 0) return { firstName: name, lastName: '' };
  return { firstName: name.slice(0, space), lastName: name.slice(space + 1) };
}
