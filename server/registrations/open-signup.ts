import type { RequestFacts } from '../platform/action.ts';
import { type App, read } from '../platform/app.ts';
import { found, type Refused, systemOff } from '../platform/problem.ts';
import { countTry, forgiveTry, networkOf } from '../platform/throttle.ts';
import { dateAt } from '../timeline/module.ts';
import { whyClosed } from './signup-link.ts';
import { findDutiesOf, getRosterOf, type OpenedLink, unsafeFindLink } from './signup-link-store.ts';

/** What a sign-up link leads to: organisation, roster and its duties, and why it is closed if it is. */
export type Signup = OpenedLink & {
  roster: NonNullable<Awaited<ReturnType<typeof getRosterOf>>>;
  duties: Awaited<ReturnType<typeof findDutiesOf>>;
  closed: Refused | null;
};

/**
 * Opens a sign-up link. 404 for a code that leads nowhere, as for one that was revoked; wrong ones are
 * counted, 30 in a quarter of an hour from one network, so that none is found by trying.
 */
export async function openSignup(app: App, facts: RequestFacts, code: string): Promise<Signup> {
  const guesses = [{ of: `sign-up codes from ${networkOf(facts.address)}`, most: 30, minutes: 15 }];
  await countTry(app, guesses);
  const link = found(await unsafeFindLink(app, code));
  await forgiveTry(app, guesses);
  if (link.tenant.off?.includes('duty')) throw systemOff('duty');
  return read(app, link.tenant, async (scope) => {
    const roster = found(await getRosterOf(scope, link.rosterId));
    const duties = await findDutiesOf(scope, roster.id);
    const state = { closesOn: link.closesOn, rosterEnds: roster.end_date };
    const closed = whyClosed(state, dateAt(scope.now, link.tenant.timeZone));
    return { ...link, roster, duties, closed };
  });
}
