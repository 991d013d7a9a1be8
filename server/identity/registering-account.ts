import type { App } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { invalid, type Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { getAccountByEmail, insertAccount, lockPassword, readOutside } from './account-store.ts';
import { checkPassword, hashPassword } from './password.ts';
import { checkConfirmed, checkNewPassword } from './password-rules.ts';

/** The account that someone registers with: a new one, or theirs when the password is right. */
export type RegisteringAccount = {
  id: string;
  email: string;
  passwordHash: string;
  isNew: boolean;
};

type Given = {
  email: string;
  password: string;
  password_confirm?: string;
  first_name: string;
  last_name: string;
  organisation_name?: string;
};

/** Checks e-mail and password, before any transaction: hashing takes its time. 400 on `email`. */
export async function accountToRegister(
  app: App,
  given: Given,
  founds: boolean,
): Promise<RegisteringAccount> {
  const { password } = given;
  const email = given.email.toLowerCase();
  checkConfirmed(password, given.password_confirm);
  const account = await readOutside(app, (outside) => getAccountByEmail(outside, email));
  if (account) {
    const right = !founds && (await checkPassword(account.password_hash, password));
    if (!right || account.password_hash === null) throw emailTaken();
    return { id: account.id, email, passwordHash: account.password_hash, isNew: false };
  }
  const { first_name, last_name, organisation_name = '' } = given;
  const personal = [first_name, last_name, email, organisation_name];
  checkNewPassword(password, personal);
  return { id: newId(), email, passwordHash: await hashPassword(password), isNew: true };
}

/** Writes the new account, or makes sure that the password which was checked still holds. */
export async function holdAccount(tx: Tx, account: RegisteringAccount): Promise<void> {
  const held = account.isNew
    ? await insertAccount(tx, account)
    : await lockPassword(tx, account.id, account.passwordHash);
  if (!held) throw emailTaken();
}

function emailTaken(): Refusal {
  return invalid({
    email: ['There is an account with this e-mail. Log in, or give its password to join.'],
  });
}
