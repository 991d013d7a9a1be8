import { login as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import type { App } from '../platform/app.ts';
import { Refusal } from '../platform/problem.ts';
import { countTry } from '../platform/throttle.ts';
import { type Account, getAccountByEmail, readOutside, strengthenHash } from './account-store.ts';
import { enter, wrongCredentials } from './enter.ts';
import { type Challenge, signChallenge } from './login-challenge.ts';
import { forgivePassword, passwordLimits } from './login-limits.ts';
import { checkPassword, hashPassword, isWeakHash } from './password.ts';
import { getSecondFactor } from './second-factor-store.ts';

/**
 * Logs in: a new session in the organisation asked for, or the one used last. 401 `wrong_credentials`;
 * 401 `second_factor_needed` with a challenge, to be answered at `/auth/login/code`.
 */
export const login = publicCall(route, async ({ app, body, facts }) => {
  const email = body.email.toLowerCase();
  const limits = passwordLimits(app, facts, email);
  const [account] = await Promise.all([
    readOutside(app, (outside) => getAccountByEmail(outside, email)),
    countTry(app, limits),
  ]);
  const stored = account?.password_hash ?? null;
  const right = await checkPassword(stored, body.password);
  if (!right || !account || stored === null) throw wrongCredentials();

  const [factor] = await Promise.all([
    readOutside(app, (outside) => getSecondFactor(outside, account.id)),
    forgivePassword(app, limits),
  ]);
  const stronger = isWeakHash(stored) ? await hashPassword(body.password) : null;
  if (factor) throw await challengeFor(app, account, stored, body.organisation);
  return enter(app, facts, {
    account,
    passwordHash: stored,
    organisation: body.organisation,
    also: async (tx) => {
      if (stronger) await strengthenHash(tx, account.id, stored, stronger);
    },
  });
});

async function challengeFor(
  app: App,
  account: Account,
  passwordHash: string,
  organisation: Challenge['organisation'],
): Promise<Refusal> {
  const given = { accountId: account.id, organisation };
  const challenge = await signChallenge(app.secrets, given, passwordHash, app.clock.now());
  const sentence = 'Give the code of your authenticator app, or a recovery code.';
  return new Refusal(401, 'second_factor_needed', sentence, { challenge });
}
