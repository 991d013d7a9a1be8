import { cancelAbsence as route } from '../../contract/routes.ts';
import { lockPerson } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { found, notFound, refuseIf } from '../platform/problem.ts';
import { release } from '../timeline/module.ts';
import { whyNotCancel } from './absence.ts';
import { recordAbsence } from './absence-event.ts';
import { tellOfAbsence } from './absence-letters.ts';
import { getAbsence, lockAbsence, markCancelled } from './absence-store.ts';
import { speaksFor } from './policy.ts';
import { presentAbsence } from './present-absence.ts';

/** Takes an absence back: its commitments go, the entry stays. */
export const cancelAbsence = action(route, async (tx, { params }) => {
  const { person_id } = found(await getAbsence(tx, params.id));
  if (!speaksFor(tx.by, person_id)) throw notFound();
  const person = found(await lockPerson(tx, person_id));
  const absence = found(await lockAbsence(tx, params.id));
  refuseIf(whyNotCancel(absence, tx.now));

  for (const part of absence.parts) await release(tx, { kind: 'absence', id: part });
  await markCancelled(tx, absence.id);
  const entry = await recordAbsence(tx, 'absence.cancelled', absence.id, {
    ...{ person: person_id, person_name: absence.full_name },
    ...{ starts_at: absence.starts_at, ends_at: absence.ends_at },
  });
  const span = { startsAt: absence.starts_at, endsAt: absence.ends_at, zone: absence.zone };
  await tellOfAbsence(tx, entry, 'absence-cancelled', person, span);
  return presentAbsence(found(await getAbsence(tx, absence.id)), tx.by, tx.now);
});
