import './tables.ts';
import type { Module } from '../platform/module.ts';
import { changePassword } from './change-password.ts';
import { confirmPassword } from './confirm-password.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { disableSecondFactor } from './disable-second-factor.ts';
import { endSession } from './end-session.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { enrolSecondFactor } from './enrol-second-factor.ts';
import { letterSamples, letters } from './letters.ts';
import { listApiKeys } from './list-api-keys.ts';
import { listSessions } from './list-sessions.ts';
import { logoutAll } from './logout-all.ts';
import { makeApiKey } from './make-api-key.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { readSecondFactor } from './read-second-factor.ts';
import { revokeApiKey } from './revoke-api-key.ts';

export { findKeyHolder } from './find-key-holder.ts';

/** What guards an account: its sessions, password, second factor and API keys. */
export const security: Module = {
  name: 'security',
  endpoints: [
    ...[listSessions, endSession, logoutAll, endSessionsOf],
    ...[confirmPassword, changePassword],
    ...[readSecondFactor, enrolSecondFactor, confirmSecondFactor],
    ...[makeRecoveryCodes, disableSecondFactor],
    ...[listApiKeys, makeApiKey, revokeApiKey],
  ],
  templates: letters,
  samples: letterSamples,
};
