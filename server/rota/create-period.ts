import { createPeriod as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { record } from '../platform/journal.ts';
import { found, invalid } from '../platform/problem.ts';
import { ensureSeats, getPeriod } from './period-store.ts';
import { presentPeriod } from './present-period.ts';

/** An admin opens a schedule period. */
export const createPeriod = action(route, async (tx, { body }) => {
  const { name, start_date, end_date, status = 'OPEN', seats = 1 } = body;
  if (end_date < start_date) throw invalid({ end_date: ['Must not be before the start date.'] });
  const days = Temporal.PlainDate.from(start_date).until(end_date, { largestUnit: 'day' }).days;
  if (days > 366) throw invalid({ end_date: ['A period lasts 366 days at most.'] });

  const id = newId();
  const now = tx.now.toString();
  const period = { name, start_date, end_date, status, seats };
  await ensureSeats(tx, seats);
  await tx.db
    .insertInto('schedule_period')
    .values({
      organisation_id: tx.tenant.id,
      id,
      ...period,
      created_by: tx.by.personId,
      created_at: now,
      updated_at: now,
    })
    .execute();

  await record(tx, 'period.created', id, { period: { id, ...period } });
  return presentPeriod(found(await getPeriod(tx, id, null)), tx.by);
});
