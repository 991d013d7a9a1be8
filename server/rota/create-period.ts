import { createPeriod as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, invalid } from '../platform/problem.ts';
import { openPeriod } from './open-period.ts';
import { getPeriod } from './period-store.ts';
import { presentPeriod } from './present-period.ts';

const daysMax = 366;

/** An admin opens a schedule period. */
export const createPeriod = action(route, async (tx, { body }) => {
  const { name, start_date, end_date, status = 'OPEN', seats = 1 } = body;
  if (end_date < start_date) throw invalid({ end_date: ['Must not be before the start date.'] });
  const days = Temporal.PlainDate.from(start_date).until(end_date).days + 1;
  if (days > daysMax) throw invalid({ end_date: [`A period lasts ${daysMax} days at most.`] });

  const id = await openPeriod(tx, { name, start_date, end_date, status, seats });
  return presentPeriod(found(await getPeriod(tx, id, null)), tx.by);
});
