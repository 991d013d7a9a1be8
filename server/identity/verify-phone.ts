import { verifyPhone as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { mailToken } from '../platform/mail-token.ts';
import { found, invalid, unauthenticated } from '../platform/problem.ts';
import { changePerson, getPerson, lockPerson } from './person-store.ts';
import { countPhoneTry, lockPhoneChange } from './phone-change-store.ts';
import { isPhoneCode } from './phone-code.ts';

/** Verifies my number with the code that went to it. A wrong one counts, and is kept: five tries, one use. */
export const verifyPhone = publicCall(route, async ({ app, caller, body, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  const right = await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    await lockPerson(tx, by.personId);
    const change = await lockPhoneChange(tx, by.personId);
    if (!change) return false;
    const person = found(await getPerson(tx, by.personId));
    const token = mailToken(app.secrets, 'phone-code', change.id);
    const isRight = isPhoneCode(token, body.code) && person.phone_number === change.phone_number;
    await countPhoneTry(tx, change, isRight);
    if (!isRight) return false;
    await changePerson(tx, person.id, { phone_verified_at: tx.now.toString() });
    await record(tx, 'phone.verified', person.id, {});
    return true;
  });
  if (right) return { message: 'Your number is verified.' };
  throw invalid({ code: ['Not the code, or no longer good. After five tries ask for another.'] });
});
