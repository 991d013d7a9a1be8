import type { Read } from '../platform/scope.ts';
import type { SunOf } from './duty-span.ts';
import type { DutyTypeRow } from './duty-type-store.ts';

/** When the sun's events are at the place of the organisation; asked for only if a duty follows the sun. */
export async function findSun(_read: Read, _types: readonly DutyTypeRow[]): Promise<SunOf> {
  const detail = 'Duties by the sun need the place of the organisation, which is not set.';
  return () => ({ code: 'sun_unknown', detail });
}
