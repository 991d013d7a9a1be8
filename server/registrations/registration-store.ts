import { newId } from '../platform/id.ts';
import { violates } from '../platform/postgres-error.ts';
import { invalid, type Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import type { RegistrationRow } from './registration-row.ts';

/** What is written of a new sign-up. */
export type NewRegistration = {
  rosterId: string;
  linkId: string;
  personId: string;
  fullName: string;
  email: string;
  phone: string;
  note: string;
  language: string | null;
  datesNot: readonly string[];
  dutyTypes: readonly string[];
};

/** Writes a sign-up; 400 on `email` when the roster has one with it, also of two at the same moment. */
export async function insertRegistration(tx: Tx, given: NewRegistration): Promise<string> {
  const id = newId();
  const now = tx.now.toString();
  const made = await tx.db
    .insertInto('registration')
    .values({
      ...{ organisation_id: tx.tenant.id, id, roster_id: given.rosterId, link_id: given.linkId },
      ...{ person_id: given.personId, full_name: given.fullName, email: given.email },
      ...{ phone: given.phone, note: given.note, language: given.language },
      ...{ dates_not: [...given.datesNot], created_at: now, updated_at: now },
    })
    .onConflict((conflict) => conflict.constraint('registration_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) throw signedUpAlready();
  await insertDutyTypes(tx, id, given.dutyTypes);
  return id;
}

function signedUpAlready(): Refusal {
  return invalid({ email: ['Someone signed up for this roster with this e-mail already.'] });
}

async function insertDutyTypes(tx: Tx, id: string, dutyTypes: readonly string[]): Promise<void> {
  if (dutyTypes.length === 0) return;
  await tx.db
    .insertInto('registration_duty_type')
    .values(
      dutyTypes.map((dutyType) => ({
        ...{ organisation_id: tx.tenant.id, registration_id: id, duty_type_id: dutyType },
      })),
    )
    .execute();
}

/** What a change may set. */
export type RegistrationChange = Partial<
  Pick<
    RegistrationRow,
    | ('person_id' | 'full_name' | 'email' | 'phone' | 'note' | 'dates_not')
    | ('state' | 'decided_by' | 'decided_at' | 'reason')
  >
>;

/** Changes a sign-up that is locked; 400 on `email` as above. */
export async function updateRegistration(
  tx: Tx,
  row: RegistrationRow,
  change: RegistrationChange,
  dutyTypes?: readonly string[],
): Promise<void> {
  const stamp = { updated_at: tx.now.toString(), version: row.version + 1 };
  try {
    await tx.db
      .updateTable('registration')
      .set({ ...change, ...stamp })
      .where('organisation_id', '=', tx.tenant.id)
      .where('id', '=', row.id)
      .execute();
  } catch (error) {
    throw violates(error, 'registration_once') ? signedUpAlready() : error;
  }
  if (!dutyTypes) return;
  await tx.db
    .deleteFrom('registration_duty_type')
    .where('organisation_id', '=', tx.tenant.id)
    .where('registration_id', '=', row.id)
    .execute();
  await insertDutyTypes(tx, row.id, dutyTypes);
}
