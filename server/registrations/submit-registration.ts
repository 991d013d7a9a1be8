import type { Input } from '../../contract/platform/route.ts';
import { submitRegistration as route } from '../../contract/routes.ts';
import { saveFile } from '../files/module.ts';
import { rememberPerson, splitName } from '../identity/module.ts';
import { publicCall, type RequestFacts } from '../platform/action.ts';
import { type App, write } from '../platform/app.ts';
import type { Received } from '../platform/files/uploads.ts';
import { found, refuseIf } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { countTry, networkOf } from '../platform/throttle.ts';
import { checkPreferences, phoneOf } from './check-fields.ts';
import { openSignup, type Signup } from './open-signup.ts';
import { recordRegistration } from './registration-event.ts';
import { tellReceived, tellSubmitted } from './registration-letters.ts';
import { getRegistration, type RegistrationRow } from './registration-row.ts';
import { insertRegistration } from './registration-store.ts';

/**
 * Someone signs up by a link: no account is needed, and none is made. They are told that it arrived,
 * and the admins that it waits.
 */
export const submitRegistration = publicCall(route, async (call) => {
  const { app, body, facts, storeFiles } = call;
  const signup = await openSignup(app, facts, body.code);
  refuseIf(signup.closed);
  const given = {
    ...{ body, phone: phoneOf(body.phone) },
    ...checkPreferences(body.preferences ?? {}, signup),
  };
  await countSignup(app, facts, signup);
  const { audition_files: auditions } = await storeFiles(signup.tenant.id);
  const row = await write(app, signup.tenant, { requestId: facts.requestId }, (tx) =>
    signUp(tx, signup, given, auditions),
  );
  return {
    message: 'Thank you. We got your sign-up and will write to you.',
    ...{ id: row.id, state: row.state, roster_name: row.roster_name },
    auditions: auditions.length,
  };
});

// A community signs up from one network in one evening; a machine does more than that.
async function countSignup(app: App, { address }: RequestFacts, { id }: Signup): Promise<void> {
  await countTry(app, [
    { of: `sign-ups from ${networkOf(address)}`, most: 60, minutes: 60 },
    { of: `sign-ups by ${id}`, most: 600, minutes: 60 },
  ]);
}

type Given = {
  body: Input<typeof route>['body'];
  phone: string;
  dutyTypes: string[];
  datesNot: string[];
};

async function signUp(
  tx: Tx,
  { id: linkId, roster }: Signup,
  { body, phone, dutyTypes, datesNot }: Given,
  auditions: readonly Received[],
): Promise<RegistrationRow> {
  const { full_name: fullName, note = '', language = null } = body;
  const email = body.email.toLowerCase();
  const personId = await rememberPerson(tx, {
    email,
    language,
    ...splitName({ full_name: fullName }),
  });
  const id = await insertRegistration(tx, {
    ...{ rosterId: roster.id, linkId, personId, fullName, email, phone, note, language },
    ...{ dutyTypes, datesNot },
  });
  for (const audition of auditions) {
    await saveFile(tx, audition, { kind: 'registration', id }, null);
  }
  const row = found(await getRegistration(tx, id));
  const entry = await recordRegistration(tx, 'registration.submitted', row, {
    auditions: auditions.length,
  });
  await tellReceived(tx, entry, row);
  await tellSubmitted(tx, entry, row, auditions.length);
  return row;
}
