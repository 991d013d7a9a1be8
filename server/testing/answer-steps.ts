import { mailToken } from '../platform/mail-token.ts';
import { answerPurpose } from '../reminders/answer-token.ts';
import type { Answered } from './client.ts';
import type { World } from './open-world.ts';

/** The token that stands in the letters of a reminder. */
export function tokenOf(world: World, reminder: string, purpose = answerPurpose): string {
  return mailToken(world.program.app.secrets, purpose, reminder);
}

/** Presses a button of the page behind a link, as a browser does. */
export function press(
  world: World,
  token: string,
  fields: Record<string, string>,
): Promise<Answered> {
  return world.anyone.send('POST', `/api/duty-answers/${token}`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
}
