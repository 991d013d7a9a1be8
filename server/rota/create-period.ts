import { createPeriod as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { openPeriod } from './open-period.ts';
import { whyNoDates } from './period.ts';
import { getPeriod } from './period-store.ts';
import { presentPeriod } from './present-period.ts';

/** An admin opens a schedule period. */
export const createPeriod = action(route, async (tx, { body }) => {
  const { name, start_date, end_date, status = 'OPEN', seats = 1 } = body;
  refuseIf(whyNoDates({ start_date, end_date }));

  const id = await openPeriod(tx, { name, start_date, end_date, status, seats });
  return presentPeriod(found(await getPeriod(tx, id, null)), tx.by);
});
