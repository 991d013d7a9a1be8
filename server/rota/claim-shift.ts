import type { Tx } from '../platform/scope.ts';
import { claim, type Span } from '../timeline/module.ts';
import { type Claimant, findPlace, takePlace } from './find-place.ts';

/**
 * Takes the person and a free seat for the span, if `findPlace` finds them. `take`: `move` for a
 * shift that has its time already.
 */
export async function claimShift(
  tx: Tx,
  shift: Claimant,
  span: Span,
  overrideOvertime = false,
  take: typeof claim = claim,
): Promise<{ overtime: boolean }> {
  const place = await findPlace(tx, shift, span, overrideOvertime);
  await takePlace(tx, shift, span, place, take);
  return place;
}
