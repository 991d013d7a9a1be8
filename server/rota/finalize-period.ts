import { finalizePeriod as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, invalid, refuseIf } from '../platform/problem.ts';
import { whyFinalized, whyOpen } from './period.ts';
import { recordPeriod } from './period-event.ts';
import { findGaps } from './period-gaps.ts';
import { tellEveryone } from './period-letters.ts';
import { getPeriod, lockPeriod, updatePeriod } from './period-store.ts';
import { presentPeriod } from './present-period.ts';
import { rejectPending } from './reject-pending.ts';
import { recordShift } from './shift-event.ts';

/**
 * An admin finalizes a period whose windows are all covered, or in spite of gaps with a reason.
 * What still waits is rejected and everyone in the period is told, all in one transaction; who
 * approves at the same moment waits for the period's lock and is refused.
 */
export const finalizePeriod = action(route, async (tx, { params, body }) => {
  const { force = false, reason = '' } = body;
  if (force && !reason) throw invalid({ reason: ['Say why it is finalized in spite of gaps.'] });
  const period = found(await lockPeriod(tx, params.id));
  refuseIf(whyFinalized(period.status));
  const gaps = await findGaps(tx, period);
  if (!force) refuseIf(whyOpen(gaps));

  const finalized = { ...period, status: 'FINALIZED' as const };
  await updatePeriod(tx, finalized);
  const why = `${period.name} was finalized.`;
  const rejected = await rejectPending(tx, period.id, why);

  const forced = gaps.length > 0;
  const facts = { forced, reason, gaps, rejected: rejected.map(({ id }) => id) };
  const entry = await recordPeriod(tx, 'period.finalized', finalized, facts);
  const because = { ...tx, causeId: entry };
  await Promise.all(
    rejected.map((row) =>
      recordShift(because, 'shift.rejected', row, { was: 'PENDING', reason: why }),
    ),
  );
  await tellEveryone(tx, entry, finalized, rejected);
  return {
    message: 'Schedule period finalized successfully.',
    period: presentPeriod(found(await getPeriod(tx, period.id, null)), tx.by),
  };
});
