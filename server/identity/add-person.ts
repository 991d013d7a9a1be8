import { addPerson as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { invalid, refuseIf } from '../platform/problem.ts';
import { getAccountByEmail } from './account-store.ts';
import { mayAdd } from './add-person-rules.ts';
import { createPerson, personExists } from './create-person.ts';
import { hashPassword } from './password.ts';
import { checkNewPassword } from './password-rules.ts';
import { getPersonByEmail } from './person-store.ts';
import { presentPerson } from './present-person.ts';
import { permissionsToGive } from './role.ts';
import { splitName } from './split-name.ts';
import { tellAdded } from './tell-added.ts';

/** Adds someone to the directory: with a password, or with an invitation to choose one. */
export const addPerson = action(route, async (tx, { body }) => {
  const email = body.email.toLowerCase();
  const { firstName, lastName } = splitName(body);
  const role = body.role ?? 'member';
  const { password } = body;
  refuseIf(mayAdd(tx.by, await permissionsToGive(tx, role), password === undefined));
  const there = await getPersonByEmail(tx, email);
  if (there && there.standing !== 'withdrawn') throw personExists(there);
  const existing = await getAccountByEmail(tx, email);
  if (password !== undefined) {
    if (existing) throw invalid({ password: ['They have an account and a password already.'] });
    checkNewPassword(password, [firstName, lastName, email, tx.tenant.name]);
  }

  const { person, account } = await createPerson(tx, {
    email,
    firstName,
    lastName,
    role,
    passwordHash: password === undefined ? null : await hashPassword(password),
    phoneNumber: body.phone_number,
    weeklyLimitMinutes: body.weekly_hours_limit && body.weekly_hours_limit * 60,
  });
  if (password === undefined) await tellAdded(tx, person, account);
  return presentPerson(person);
});
