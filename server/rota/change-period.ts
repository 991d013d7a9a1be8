import type { Input } from '../../contract/platform/route.ts';
import type { Period } from '../../contract/rota/period.ts';
import type { editPeriod } from '../../contract/routes.ts';
import { found, Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { whyFinalized, whyNoDates, whyShrinks } from './period.ts';
import { recordPeriod } from './period-event.ts';
import {
  ensureSeats,
  findLiveShifts,
  getPeriod,
  type LockedPeriod,
  lockPeriod,
  updatePeriod,
} from './period-store.ts';
import { presentPeriod } from './present-period.ts';
import { reseat } from './reseat.ts';

type Change = Input<typeof editPeriod>['body'];

/** Changes a period, unless people would lose shifts by it; a change of nothing is no event. */
export async function changePeriod(
  tx: ActorTx,
  id: string,
  change: Change,
  ifMatch: number | null,
): Promise<Period> {
  const before = found(await lockPeriod(tx, id));
  if (ifMatch !== null && ifMatch !== before.version) throw stale(before.version);
  refuseIf(whyFinalized(before.status));
  const after = { ...before, ...change };
  refuseIf(whyNoDates(after));
  const changes = changesOf(before, after);

  if (Object.keys(changes).length > 0) {
    refuseIf(whyShrinks(await findLiveShifts(tx, id), after));
    if (after.seats > before.seats) await ensureSeats(tx, after.seats);
    if (after.seats < before.seats) await reseat(tx, after);
    await updatePeriod(tx, after);
    await recordPeriod(tx, 'period.updated', after, { changes });
  }
  return presentPeriod(found(await getPeriod(tx, id, null)), tx.by);
}

/** Which fields changed, before and after. */
function changesOf(before: LockedPeriod, after: LockedPeriod) {
  const fields = ['name', 'start_date', 'end_date', 'status', 'seats'] as const;
  const changed = fields.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(
    changed.map((field) => [field, { before: before[field], after: after[field] }]),
  );
}

function stale(version: number): Refusal {
  const sentence = 'Someone changed this period meanwhile. Read it again, then change it.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
