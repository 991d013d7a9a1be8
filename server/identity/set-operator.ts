import { type App, write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import {
  getAccountByEmail,
  readOutside,
  unsafeFindMemberships,
  unsafeInTenant,
} from './account-store.ts';

/**
 * Makes an account an operator of the instance, or no longer: for whoever runs the program. It is
 * said in the journal of each organisation that they belong to. False when it was so already.
 */
export async function unsafeSetOperator(app: App, email: string, wish: boolean): Promise<boolean> {
  const account = await readOutside(app, (outside) =>
    getAccountByEmail(outside, email.toLowerCase()),
  );
  const [first, ...others] = account ? await unsafeFindMemberships(app.systemPool, account.id) : [];
  if (!account || !first) {
    throw new Refusal(404, 'not_found', `No one here has the e-mail address ${email}.`);
  }
  return write(app, first.tenant, {}, async (tx) => {
    const changed = await tx.db
      .updateTable('account')
      .set({ operator: wish })
      .where('id', '=', account.id)
      .where('operator', '!=', wish)
      .returning('id')
      .executeTakeFirst();
    if (!changed) return false;
    const say = (inside: Tx, personId: string) =>
      record(inside, wish ? 'operator.made' : 'operator.unmade', personId, {
        email: account.email,
      });
    await say(tx, first.personId);
    for (const { tenant, personId } of others) {
      await unsafeInTenant(tx, tenant, (inside) => say(inside, personId));
    }
    return true;
  });
}
