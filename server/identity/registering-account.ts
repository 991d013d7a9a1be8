import type { RequestFacts } from '../platform/action.ts';
import type { App } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { invalid, type Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { countTry } from '../platform/throttle.ts';
import {
  type Account,
  getAccountByEmail,
  insertAccount,
  lockPassword,
  readOutside,
  verifyAccount,
} from './account-store.ts';
import { forgivePassword, passwordLimits } from './login-limits.ts';
import { checkPassword, hashPassword } from './password.ts';
import { checkConfirmed, checkNewPassword } from './password-rules.ts';
import { getSecondFactor } from './second-factor-store.ts';
import type { WayIn } from './way-in.ts';

/** The account that someone registers with: a new one, or theirs when the password is right. */
export type RegisteringAccount = {
  id: string;
  email: string;
  passwordHash: string;
  isNew: boolean;
  /** Whoever came by an invitation has read it at this address. */
  verified: boolean;
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
  facts: RequestFacts,
  given: Given,
  way: WayIn | null,
): Promise<RegisteringAccount> {
  const { password } = given;
  const verified = way?.kind === 'invitation';
  const email = given.email.toLowerCase();
  checkConfirmed(password, given.password_confirm);
  const account = await readOutside(app, (outside) => getAccountByEmail(outside, email));
  if (account) {
    if (!way || !(await isPassword(app, facts, account, password))) throw emailTaken();
    if (account.password_hash === null) throw emailTaken();
    return { id: account.id, email, passwordHash: account.password_hash, isNew: false, verified };
  }
  const { first_name, last_name, organisation_name = '' } = given;
  const personal = [first_name, last_name, email, organisation_name];
  checkNewPassword(password, personal);
  return { id: newId(), email, passwordHash: await hashPassword(password), isNew: true, verified };
}

// The same tries as those of the log-in: it would else be a way around them. And who has a second
// factor is not let in by the password alone.
async function isPassword(app: App, facts: RequestFacts, account: Account, password: string) {
  const limits = passwordLimits(app, facts, account.email);
  await countTry(app, limits);
  const right = await checkPassword(account.password_hash, password);
  if (!right) return false;
  await forgivePassword(app, limits);
  const factor = await readOutside(app, (outside) => getSecondFactor(outside, account.id));
  if (factor) throw invalid({ email: ['This account has a second factor. Log in first.'] });
  return true;
}

/** Writes the new account, or makes sure that the password which was checked still holds. */
export async function holdAccount(tx: Tx, account: RegisteringAccount): Promise<void> {
  const held = account.isNew
    ? await insertAccount(tx, account)
    : await lockPassword(tx, account.id, account.passwordHash);
  if (!held) throw emailTaken();
  if (account.verified && !account.isNew) await verifyAccount(tx, account.id);
}

function emailTaken(): Refusal {
  return invalid({
    email: ['There is an account with this e-mail. Log in, or give its password to join.'],
  });
}
