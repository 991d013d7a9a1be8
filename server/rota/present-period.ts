import type { Period } from '../../contract/rota/period.ts';
import type { Actor } from '../platform/scope.ts';
import type { PeriodRow } from './period-store.ts';
import { decides } from './policy.ts';
import { whyNotAsk } from './shift-wish.ts';

/** A period for its viewer. */
export function presentPeriod(row: PeriodRow, by: Actor): Period {
  return {
    ...row,
    can: {
      ask: whyNotAsk(row.status, false) === null,
      decide: decides(by) && row.status !== 'FINALIZED',
    },
  };
}
