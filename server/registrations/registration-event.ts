import type { EventName } from '../../contract/events.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import type { RegistrationRow } from './registration-row.ts';

type RegistrationEvent = Extract<EventName, `registration.${string}`>;

/** What the journal keeps of a sign-up: who for what, and how it stands; no number, no note. */
export function registrationFacts(row: RegistrationRow) {
  return {
    ...{ id: row.id, roster: row.roster_id, roster_name: row.roster_name },
    ...{ full_name: row.full_name, state: row.state, person: row.person_id },
  };
}

/** Writes a sign-up's event: how it stands now, and what else is to be known of it. */
export function recordRegistration(
  tx: Tx,
  event: RegistrationEvent,
  row: RegistrationRow,
  facts: Record<string, unknown> = {},
  entry?: string,
): Promise<string> {
  return record(tx, event, row.id, { registration: registrationFacts(row), ...facts }, entry);
}

const sentences: Record<RegistrationEvent, string> = {
  'registration.submitted': 'signed up',
  'registration.accepted': 'was accepted',
  'registration.declined': 'was declined',
  'registration.updated': 'was corrected',
};

/** A sign-up's event, to those who may read sign-ups. */
export const liveRegistration: Live = {
  topics: () => ['organisation'],
  present({ event, data }, { by }) {
    if (!may(by, 'registration.read')) return null;
    const registration = data.registration as ReturnType<typeof registrationFacts>;
    const sentence = sentences[event as RegistrationEvent];
    return { message: `${registration.full_name} ${sentence}`, registration };
  },
};

/** A sign-up link's event, to the same. */
export const liveSignupLink: Live = {
  topics: () => ['organisation'],
  present({ subjectId }, { by }) {
    if (!may(by, 'registration.read')) return null;
    return { message: 'A sign-up link was changed', signup_link: { id: subjectId } };
  },
};
