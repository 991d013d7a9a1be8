import { checkPassword, getAccount, readOutside } from '../identity/module.ts';
import type { Known } from '../platform/action.ts';
import type { App } from '../platform/app.ts';
import { forbidden, found } from '../platform/problem.ts';
import { countTry, forgetTries } from '../platform/throttle.ts';

/**
 * Whoever holds this session gives the password of its account; ten tries a quarter of an hour, counted
 * for this session, so that a stolen one shuts nobody else out. 403 `wrong_password`.
 */
export async function provePassword(app: App, { by }: Known, password: string) {
  const limits = [{ of: `password in session ${by.sessionId}`, most: 10, minutes: 15 }];
  const [account] = await Promise.all([
    readOutside(app, (outside) => getAccount(outside, by.accountId)),
    countTry(app, limits),
  ]);
  const { password_hash: stored, ...rest } = found(account);
  const right = await checkPassword(stored, password);
  if (!right || stored === null) throw forbidden('That is not your password.', 'wrong_password');
  await forgetTries(app, limits);
  return { ...rest, passwordHash: stored };
}
