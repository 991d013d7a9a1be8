import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import type { Letter, LetterContext, Templates } from '../platform/letter.ts';
import type { Tx } from '../platform/scope.ts';
import { registrationFacts } from './registration-event.ts';
import type { RegistrationRow } from './registration-row.ts';

const recipientOf = (row: RegistrationRow) => [{ personId: row.person_id, email: row.email }];

/** Tells a volunteer that their sign-up arrived. */
export function tellReceived(tx: Tx, entry: string, row: RegistrationRow): Promise<void> {
  return queueMessage(tx, entry, 'registration-received', recipientOf(row), dataOf(row));
}

/** Tells the admins that a sign-up waits. */
export async function tellSubmitted(
  tx: Tx,
  entry: string,
  row: RegistrationRow,
  auditions: number,
): Promise<void> {
  const data = { ...dataOf(row), auditions };
  await queueMessage(tx, entry, 'registration-submitted', await findAdmins(tx), data);
}

/** Tells a volunteer that they were accepted; with a token, how they choose a password. */
export function tellAccepted(
  tx: Tx,
  entry: string,
  row: RegistrationRow,
  oneTimeToken: string | null,
): Promise<void> {
  const data = { ...dataOf(row), ...(oneTimeToken && { one_time_token: oneTimeToken }) };
  return queueMessage(tx, entry, 'registration-accepted', recipientOf(row), data);
}

/** Tells a volunteer that they were declined, and why if a reason was given. */
export function tellDeclined(tx: Tx, entry: string, row: RegistrationRow): Promise<void> {
  return queueMessage(tx, entry, 'registration-declined', recipientOf(row), dataOf(row));
}

function dataOf(row: RegistrationRow): LetterData {
  return { ...registrationFacts(row), reason: row.reason };
}

/** What is kept with a letter about a sign-up. */
export type LetterData = ReturnType<typeof registrationFacts> & {
  reason: string;
  auditions?: number;
  one_time_token?: string;
};

function letter(write: (data: LetterData, context: LetterContext) => Letter) {
  return (data: Record<string, unknown>, context: LetterContext) =>
    write(data as LetterData, context);
}

/** The letters of sign-ups; data is the sign-up as it stood when the letter was queued. */
export const registrationLetters = {
  'registration-received': letter(({ roster_name }, { organisationName }) => ({
    subject: `We got your sign-up: ${roster_name}`,
    opening: `You signed up for ${roster_name} at ${organisationName}. Thank you.`,
    paragraphs: [
      'Someone looks at it and writes to you here. If you did not sign up, ignore this mail.',
    ],
  })),
  'registration-submitted': letter(({ full_name, roster_name, auditions = 0 }, { link }) => ({
    subject: `Sign-up: ${full_name}, ${roster_name}`,
    opening: `${full_name} signed up for ${roster_name}. It waits for a decision.`,
    facts: auditions > 0 ? [['Recordings', String(auditions)]] : [],
    button: { label: 'Open the sign-ups', url: link('/registrations') },
  })),
  'registration-accepted': letter((data, { organisationName, link, token }) => ({
    subject: `You are in: ${data.roster_name}`,
    opening: `${organisationName} accepted your sign-up for ${data.roster_name}.`,
    paragraphs: [
      'You hear from us when you are given a duty, and again before it.',
      ...(data.one_time_token
        ? ['With a password of your own you see all your duties. The link is good for 7 days.']
        : []),
    ],
    button: data.one_time_token
      ? {
          label: 'Choose a password',
          url: link(`/reset-password?token=${token('reset-password', data.one_time_token)}`),
        }
      : { label: 'See my duties', url: link(`/duty/${data.roster}`) },
  })),
  'registration-declined': letter(({ roster_name, reason }, { organisationName }) => ({
    subject: `Your sign-up: ${roster_name}`,
    opening: `Thank you for signing up for ${roster_name}. ${organisationName} can’t take you on this time.`,
    ...(reason && { facts: [['Reason', reason]] as [string, string][] }),
  })),
} satisfies Templates;
