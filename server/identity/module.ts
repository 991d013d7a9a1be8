import './tables.ts';
import type { Aliases } from '../platform/alias.ts';
import type { Module } from '../platform/module.ts';
import { addPerson } from './add-person.ts';
import { changeEmail } from './change-email.ts';
import { confirmEmail } from './confirm-email.ts';
import type { Founding } from './create-organisation.ts';
import { editMe } from './edit-me.ts';
import { letterSamples } from './letter-samples.ts';
import { letters } from './letters.ts';
import { listPeople } from './list-people.ts';
import { live, topics } from './live-people.ts';
import { login } from './login.ts';
import { loginWithCode } from './login-with-code.ts';
import { logout } from './logout.ts';
import { me } from './me.ts';
import { prunings } from './prunings.ts';
import { type DemoLogins, readSetup } from './read-setup.ts';
import { refreshSession } from './refresh-session.ts';
import { register } from './register.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resendVerification } from './resend-verification.ts';
import { resetPassword } from './reset-password.ts';
import { resetPasswordByLink } from './reset-password-by-link.ts';
import { sendPhoneCode } from './send-phone-code.ts';
import { summarisePeople } from './summarise-people.ts';
import { verifyEmail } from './verify-email.ts';
import { verifyPhone } from './verify-phone.ts';

export {
  getAccount,
  getAccountByEmail,
  lockAccount,
  lockPassword,
  readOutside,
  replacePassword,
  unsafeFindMemberships,
  unsafeInTenant,
  verifyAccount,
} from './account-store.ts';
export { mayAdd } from './add-person-rules.ts';
export { type Looked, openAuthenticator } from './authenticate.ts';
export { unsafeCreateAdmin } from './create-admin.ts';
export { createOrganisation, type Founding } from './create-organisation.ts';
export { createPerson, personExists } from './create-person.ts';
export { endAndRecord } from './end-sessions.ts';
export { withFreeNames } from './free-names.ts';
export {
  endInvitation,
  getInvitation,
  type InvitationRow,
  insertInvitation,
  selectInvitations,
} from './invitation-store.ts';
export { joinCodeMac, joinCodeOf } from './join-code.ts';
export {
  getJoinCode,
  insertJoinCode,
  type JoinCodeRow,
  revokeCode,
  selectJoinCodes,
} from './join-code-store.ts';
export { isLastOwner, updateMembership } from './membership-store.ts';
export { goodFor, issueOneTimeToken, wasJustIssued } from './one-time-token-store.ts';
export { unsafeIsEmpty } from './organisation-store.ts';
export { unsafeFindOwnSessions } from './own-sessions.ts';
export { checkPassword, hashPassword } from './password.ts';
export { checkConfirmed, checkNewPassword } from './password-rules.ts';
export { changesOf, limitsOf, phoneChange } from './person-change.ts';
export {
  changePerson,
  enterDirectory,
  findAdmins,
  getPerson,
  getPersonByEmail,
  insertPerson,
  lockPerson,
  type PersonChange,
  type PersonRow,
  selectPeople,
} from './person-store.ts';
export { presentOrganisation, presentPerson, presentProfile } from './present-person.ts';
export type { DemoLogins } from './read-setup.ts';
export { holdFounding, organisationToFound } from './registering-organisation.ts';
export { permissionsToGive, roleName, whyAboveOwn } from './role.ts';
export { getOwnRole, type OwnRole, selectOwnRoles } from './role-store.ts';
export { newRecoveryCodes, newSecret, uriOf } from './second-factor.ts';
export {
  confirmSecret,
  dropSecondFactor,
  getSecondFactor,
  keepRecoveryCodes,
  keepSecret,
  spendCode,
} from './second-factor-store.ts';
export { confirmSession, endSessions } from './session-store.ts';
export { unsafeSetOperator } from './set-operator.ts';
export { openSetupToken } from './setup-token.ts';
export { freeSlug, slugOf } from './slug.ts';
export { splitName } from './split-name.ts';
export { refreshCookie } from './start-session.ts';
export { tellAdded } from './tell-added.ts';
export { knownTimeZone } from './time-zone.ts';
export { openVisits } from './visit.ts';
export { rememberPerson, waitForPerson, withdrawPerson } from './waiting-person-store.ts';
export { invitedBy, takeWayIn } from './way-in.ts';

/** How the source documents spell log-in and the directory; docs/api-map.md has the whole table. */
const sourceSpellings: Aliases = {
  '/login': '/auth/login',
  '/logout': '/auth/logout',
  '/user/info': '/auth/me',
  '/forgot-password': '/auth/password-reset',
  '/users/register': '/auth/register',
  '/users/login': '/auth/login',
  '/users/refresh': '/auth/refresh',
  '/users/logout': '/auth/logout',
  '/users?summary': '/users/summary',
  '/users/:id/reset-password': '/users/:id/password-reset',
};

/**
 * Organisations, people, roles and log-in. `founding` is what other modules do when an organisation
 * is made; `demoLogins` is what the first page offers to log in with.
 */
export function identityModule({
  founding,
  demoLogins,
}: {
  founding: readonly Founding[];
  demoLogins: DemoLogins;
}): Module {
  return {
    name: 'identity',
    endpoints: [
      ...[
        register(founding),
        login,
        loginWithCode,
        refreshSession,
        logout,
        verifyEmail,
        resendVerification,
      ],
      ...[
        requestPasswordReset,
        resetPassword,
        resetPasswordByLink,
        me,
        editMe,
        changeEmail,
        confirmEmail,
      ],
      ...[sendPhoneCode, verifyPhone],
      ...[addPerson, listPeople, summarisePeople, readSetup(demoLogins)],
    ],
    aliases: sourceSpellings,
    live,
    topics,
    templates: letters,
    samples: letterSamples,
    prunings,
  };
}
