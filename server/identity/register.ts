import { permissionsOf } from '../../contract/identity/permissions.ts';
import type { Input } from '../../contract/platform/route.ts';
import { register as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { type App, write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { record } from '../platform/journal.ts';
import { found, invalid } from '../platform/problem.ts';
import type { Actor, Tx } from '../platform/scope.ts';
import { unsafeFindMemberships } from './account-store.ts';
import { askToVerify } from './ask-to-verify.ts';
import { createOrganisation, type Founding } from './create-organisation.ts';
import { withFreeNames } from './free-names.ts';
import { rememberDevice } from './known-device.ts';
import { enterDirectory, getPerson, type PersonRow } from './person-store.ts';
import { presentMe } from './present-person.ts';
import { accountToRegister, holdAccount, type RegisteringAccount } from './registering-account.ts';
import { holdFounding, whereToRegister } from './registering-organisation.ts';
import { spendSetupToken } from './setup-token.ts';
import { giveTokens, sessionEnd, startSession } from './start-session.ts';
import { takeWayIn, type WayIn } from './way-in.ts';

type Body = Input<typeof route>['body'];
type Registration = {
  body: Body;
  account: RegisteringAccount;
  by: Actor;
  way: WayIn | null;
  founding: readonly Founding[] | null;
};

/** Makes an organisation with the caller as its owner, or joins one by its code; logs them in. */
export const register = (founding: readonly Founding[]) =>
  publicCall(route, async ({ app, body, facts }) => {
    const { way } = await whereToRegister(app, facts, body);
    const account = await accountToRegister(app, facts, body, way);

    const { tenant, by, person, refresh } = await withFreeNames(async () => {
      const { tenant, way } = await whereToRegister(app, facts, body);
      const by = actorOf(account.id, body, way);
      const registration = { body, account, by, way, founding: way ? null : founding };
      const written = await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => ({
        person: await writeRegistration(app, tx, registration),
        refresh: await startSession(tx, by, facts),
      }));
      return { ...written, tenant, by };
    });

    if (!way) await spendSetupToken(app.config);
    const tokens = await giveTokens(app, facts, { by, tenant }, refresh, sessionEnd(app));
    rememberDevice(app, facts, account.email);
    const memberships = await unsafeFindMemberships(app.systemPool, account.id);
    return {
      message: `Welcome to ${tenant.name}, ${body.first_name}.`,
      user: presentMe(person, tenant, memberships),
      tokens,
    };
  });

async function writeRegistration(app: App, tx: Tx, registration: Registration): Promise<PersonRow> {
  const { body, account, by, way, founding } = registration;
  if (founding) {
    await holdFounding(app, tx, body.setup_token);
    await createOrganisation(tx, founding);
  }
  await holdAccount(tx, account);
  if (way) await takeWayIn(tx, way);
  const made = await enterDirectory(tx, {
    id: by.personId,
    accountId: account.id,
    email: account.email,
    firstName: body.first_name,
    lastName: body.last_name,
    role: by.role,
    username: body.username,
    phoneNumber: body.phone_number,
  });
  if (!made) throw invalid({ email: ['You belong to this organisation already. Log in.'] });
  const person = found(await getPerson(tx, by.personId));
  const { full_name, email, role } = person;
  const entry = await record(tx, 'person.registered', person.id, {
    ...{ full_name, email, role },
    ...(way && { [way.kind]: way.id }),
  });
  if (account.isNew && !account.verified)
    await askToVerify(tx, entry, account.id, { personId: person.id, email });
  return person;
}

function actorOf(
  accountId: string,
  names: { first_name: string; last_name: string },
  way: WayIn | null,
): Actor {
  const role = way ? way.role : 'owner';
  return {
    personId: way?.personId ?? newId(),
    accountId,
    sessionId: newId(),
    fullName: `${names.first_name} ${names.last_name}`,
    role,
    permissions: permissionsOf(role),
    verified: false,
  };
}
