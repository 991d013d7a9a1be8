import { may } from '../../contract/identity/permissions.ts';
import type { Period } from '../../contract/rota/period.ts';
import type { Actor } from '../platform/scope.ts';
import { whyFinalized } from './period.ts';
import type { PeriodRow } from './period-store.ts';
import { decides } from './policy.ts';
import { whyNotAsk } from './shift-wish.ts';

/** A period for its viewer. */
export function presentPeriod(row: PeriodRow, by: Actor): Period {
  const changes = whyFinalized(row.status) === null;
  const change = changes && may(by, 'period.change');
  return {
    ...row,
    can: {
      ask: whyNotAsk(row.status, false) === null,
      decide: changes && decides(by),
      edit: change,
      finalize: changes && may(by, 'period.finalize'),
    },
  };
}
