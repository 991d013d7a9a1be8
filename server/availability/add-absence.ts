import { addAbsence as route } from '../../contract/routes.ts';
import { lockPerson } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { found, notFound, Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { claim, clocksOf, findClashes } from '../timeline/module.ts';
import { type AbsenceSpan, absenceSpanOf, partsOf } from './absence.ts';
import { recordAbsence } from './absence-event.ts';
import { tellOfAbsence } from './absence-letters.ts';
import { getAbsence, insertAbsence } from './absence-store.ts';
import { speaksFor } from './policy.ts';
import { presentAbsence } from './present-absence.ts';

/** Someone will be away: their time is taken, so that nothing is planned into it. */
export const addAbsence = action(route, async (tx, { body }) => {
  const personId = body.person ?? tx.by.personId;
  if (!speaksFor(tx.by, personId)) throw notFound();
  const person = found(await lockPerson(tx, personId));
  const span = absenceSpanOf(body, tx.tenant.timeZone);
  await refuseCommitted(tx, person, span);

  const id = newId();
  const parts = partsOf(span).map((part) => ({ part, id: newId() }));
  for (const { part, id: source } of parts) {
    await claim(tx, [{ kind: 'person', id: personId }], part, { kind: 'absence', id: source });
  }
  const ids = parts.map((one) => one.id);
  await insertAbsence(tx, { ...span, id, personId, reason: body.reason ?? '', parts: ids });
  const facts = { starts_at: span.startsAt, ends_at: span.endsAt };
  const whose = { person: personId, person_name: person.full_name };
  const entry = await recordAbsence(tx, 'absence.added', id, { ...whose, ...facts });
  await tellOfAbsence(tx, entry, 'absence-added', person, span);
  return presentAbsence(found(await getAbsence(tx, id)), tx.by, tx.now);
});

const namedMax = 5;

/** 409 `committed_then`, saying what to do about it. The exclusion constraint decides what comes between. */
async function refuseCommitted(
  tx: Tx,
  person: { id: string; full_name: string },
  span: AbsenceSpan,
): Promise<void> {
  const clashes = await findClashes(tx, [person.id], span);
  if (clashes.length === 0) return;
  const times = clashes
    .slice(0, namedMax)
    .map(({ startsAt, endsAt }) => clocksOf(startsAt, endsAt, tx.tenant.timeZone));
  const more = clashes.length > namedMax ? ` and ${clashes.length - namedMax} more` : '';
  const away = clashes.every((clash) => clash.source.kind === 'absence');
  const detail = away
    ? `${person.full_name} is away then already: ${times.join('; ')}${more}.`
    : `${person.full_name} is on then: ${times.join('; ')}${more}. Give that away or cancel it first.`;
  throw new Refusal(409, 'committed_then', detail, {
    clashes: clashes.map(({ source, startsAt, endsAt }) => ({
      ...{ source: source.kind, starts_at: startsAt, ends_at: endsAt },
    })),
  });
}
