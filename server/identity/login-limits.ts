import type { RequestFacts } from '../platform/action.ts';
import type { App } from '../platform/app.ts';
import { countTry, forgetTries, forgiveTry, type Limit, networkOf } from '../platform/throttle.ts';
import { knownDevice } from './known-device.ts';

const minutes = 15;

/**
 * How often a password may be tried. From a browser that the account knows, ten times by itself,
 * whatever strangers do. From elsewhere ten times for the account, and a hundred for the address.
 */
export function passwordLimits(app: App, facts: RequestFacts, email: string): Limit[] {
  const device = knownDevice(app, facts, email);
  if (device) return [{ of: `password of ${email} on ${device}`, most: 10, minutes }];
  return [
    { of: `password of ${email}`, most: 10, minutes },
    { of: `passwords from ${networkOf(facts.address)}`, most: 100, minutes },
  ];
}

/** The password was right: the account’s tries begin anew, of the address one is taken back. */
export async function forgivePassword(app: App, [own, ...shared]: Limit[]): Promise<void> {
  if (own) await Promise.all([forgetTries(app, [own]), forgiveTry(app, shared)]);
}

/** How often a code of the second factor may be tried, five times; a known browser by itself. */
export function codeLimits(app: App, facts: RequestFacts, email: string): Limit[] {
  const device = knownDevice(app, facts, email) ?? 'other devices';
  return [{ of: `code of ${email} on ${device}`, most: 5, minutes }];
}

/**
 * Looks up something that could be guessed (a link, a code), 20 wrong ones a quarter of an hour from
 * one address; what is thrown counts as wrong.
 */
export async function guarded<T>(
  app: App,
  facts: RequestFacts,
  lookUp: () => Promise<T>,
): Promise<T> {
  const limits = [{ of: `guesses from ${networkOf(facts.address)}`, most: 20, minutes }];
  await countTry(app, limits);
  const found = await lookUp();
  await forgiveTry(app, limits);
  return found;
}
