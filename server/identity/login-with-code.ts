import { loginWithCode as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import type { App } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { unauthenticated } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { countTry, forgetTries } from '../platform/throttle.ts';
import { getAccount, readOutside } from './account-store.ts';
import { enter } from './enter.ts';
import { readChallenge } from './login-challenge.ts';
import { codeLimits } from './login-limits.ts';
import { spendCode } from './second-factor-store.ts';

/** Finishes a log-in with a code of the app or a recovery code. 401 `wrong_code`, `challenge_ended`. */
export const loginWithCode = publicCall(route, async ({ app, body, facts }) => {
  const challenge = await readChallenge(app.secrets, body.challenge, app.clock.now());
  const account =
    challenge && (await readOutside(app, (outside) => getAccount(outside, challenge.accountId)));
  const passwordHash = account?.password_hash;
  if (!account || !passwordHash || !challenge.isFor(passwordHash)) throw challengeEnded();

  const limits = codeLimits(app, facts, account.email);
  await countTry(app, limits);
  const answer = await enter(app, facts, {
    account,
    passwordHash,
    organisation: challenge.organisation,
    also: (tx) => proveByCode(app, tx, account.id, body.code),
  });
  await forgetTries(app, limits);
  return answer;
});

async function proveByCode(app: App, tx: Tx, accountId: string, code: string): Promise<void> {
  const used = await spendCode(tx, app.secrets, accountId, code);
  if (!used) throw unauthenticated('This code is wrong or was used before.', 'wrong_code');
  if (used === 'recovery' && tx.by) await record(tx, 'recovery_code.used', tx.by.personId, {});
}

function challengeEnded() {
  return unauthenticated('That took too long. Give your password again.', 'challenge_ended');
}
