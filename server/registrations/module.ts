import './tables.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Reach } from '../files/module.ts';
import type { Module } from '../platform/module.ts';
import { acceptRegistration } from './accept-registration.ts';
import { declineRegistration } from './decline-registration.ts';
import { editRegistration } from './edit-registration.ts';
import { editSignupLink } from './edit-signup-link.ts';
import { letterSamples } from './letter-samples.ts';
import { listRegistrations } from './list-registrations.ts';
import { listSignupLinks } from './list-signup-links.ts';
import { makeSignupLink } from './make-signup-link.ts';
import { prunings } from './prunings.ts';
import { readRegistration } from './read-registration.ts';
import { readSignup } from './read-signup.ts';
import { liveRegistration, liveSignupLink } from './registration-event.ts';
import { registrationLetters } from './registration-letters.ts';
import { revokeSignupLink } from './revoke-signup-link.ts';
import { submitRegistration } from './submit-registration.ts';

export { findPreferences } from './find-preferences.ts';
export type { Preference } from './registration.ts';

/** Who hears a recording: those who may read sign-ups. */
export const reachOfRegistrations: Reach = ({ by }) => may(by, 'registration.read');

/** Volunteers sign up for a roster by a link, with recordings; an admin decides, and lets them in. */
export const registrations: Module = {
  name: 'registrations',
  endpoints: [
    ...[submitRegistration, readSignup],
    ...[listRegistrations, readRegistration, editRegistration],
    ...[acceptRegistration, declineRegistration],
    ...[makeSignupLink, listSignupLinks, editSignupLink, revokeSignupLink],
  ],
  live: {
    'registration.submitted': liveRegistration,
    'registration.accepted': liveRegistration,
    'registration.declined': liveRegistration,
    'registration.updated': liveRegistration,
    'signup_link.made': liveSignupLink,
    'signup_link.updated': liveSignupLink,
    'signup_link.revoked': liveSignupLink,
  },
  templates: registrationLetters,
  samples: letterSamples,
  prunings,
};
