import { sendPhoneCode as route } from '../../contract/routes.ts';
import { queueText } from '../inbox/module.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { found, Refusal, unauthenticated } from '../platform/problem.ts';
import { countTry } from '../platform/throttle.ts';
import { getPerson, lockPerson } from './person-store.ts';
import { insertPhoneChange, lockPhoneChange, wasJustSent } from './phone-change-store.ts';

/** Texts a code to my number. Each costs money: five an hour, one a minute. */
export const sendPhoneCode = publicCall(route, async ({ app, caller, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  await countTry(app, [{ of: `phone codes of ${by.personId}`, most: 5, minutes: 60 }]);
  return write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    await lockPerson(tx, by.personId);
    const person = found(await getPerson(tx, by.personId));
    const phoneNumber = person.phone_number;
    if (!phoneNumber) throw new Refusal(409, 'no_phone', 'Enter your phone number first.');
    if (person.phone_verified_at !== null) {
      throw new Refusal(409, 'already_verified', 'The number is verified already.');
    }
    if (wasJustSent(await lockPhoneChange(tx, person.id), phoneNumber, tx.now)) {
      return { message: 'A code went out a moment ago.', sent: false };
    }
    const id = await insertPhoneChange(tx, person.id, phoneNumber);
    const entry = await record(tx, 'phone.code_requested', person.id, {});
    const recipient = { personId: person.id, phoneNumber };
    await queueText(tx, entry, 'phone-code', recipient, { one_time_token: id });
    return { message: `A code is on its way to ${phoneNumber}.`, sent: true };
  });
});
