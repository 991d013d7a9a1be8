import { readMailToken } from '../platform/mail-token.ts';
import type { Secrets } from '../platform/secrets.ts';

/** What the token in a reminder is for. It is made from the reminder’s id, so it is bound to its duty and person. */
export const answerPurpose = 'duty-answer';

/** The reminder of a token; null when it was not made here. */
export function readAnswerToken(secrets: Secrets, token: string): string | null {
  return readMailToken(secrets, answerPurpose, token);
}
