import { may } from '../../contract/identity/permissions.ts';
import type { Registration } from '../../contract/registrations/registration.ts';
import { type FileRow, findFiles, presentFile } from '../files/module.ts';
import type { View } from '../platform/scope.ts';
import { whyNotAccept, whyNotDecline } from './registration.ts';
import type { RegistrationRow } from './registration-row.ts';

/** Sign-ups with their recordings, for someone who may read them; `can` by the rules that enforce it. */
export async function presentRegistrations(
  view: View,
  rows: readonly RegistrationRow[],
): Promise<Registration[]> {
  const ids = rows.map(({ id }) => id);
  const files = Map.groupBy(
    await findFiles(view, 'registration', ids),
    ({ subject_id }) => subject_id,
  );
  return rows.map((row) => present(view, row, files.get(row.id) ?? []));
}

/** One of them. */
export async function presentRegistration(view: View, row: RegistrationRow): Promise<Registration> {
  return present(view, row, await findFiles(view, 'registration', [row.id]));
}

function present(view: View, row: RegistrationRow, auditions: readonly FileRow[]): Registration {
  // Who is known by the e-mail alone is nobody of the directory.
  const isInDirectory = row.standing !== 'withdrawn';
  return {
    ...{ id: row.id, roster: row.roster_id, roster_name: row.roster_name },
    ...{ full_name: row.full_name, email: row.email, phone: row.phone, note: row.note },
    language: row.language,
    preferences: { duty_types: row.duty_types, dates_not: row.dates_not },
    auditions: auditions.map((file) => presentFile(view, file)),
    state: row.state,
    person: isInDirectory ? row.person_id : null,
    person_name: isInDirectory ? row.person_name : null,
    ...{ decided_by: row.decided_by, decided_by_name: row.decider_name },
    ...{ decided_at: row.decided_at, reason: row.reason },
    ...{ created_at: row.created_at, updated_at: row.updated_at, version: row.version },
    can: abilities(view, row),
  };
}

function abilities({ by }: View, row: RegistrationRow): Registration['can'] {
  const decides = may(by, 'registration.decide');
  return {
    accept: decides && whyNotAccept(row) === null,
    decline: decides && whyNotDecline(row) === null,
    edit: decides,
    link: decides,
  };
}
