import type { App } from '../platform/app.ts';
import { NotSent, type Outgoing, type Sent } from '../platform/channels/channel.ts';
import { asE164 } from '../platform/channels/phone.ts';
import type { Templates } from '../platform/letter.ts';
import type { Tenant } from '../platform/scope.ts';
import type { Leased, Outcome } from './message-store.ts';
import { retryAfter, whyNotRetry } from './retry.ts';
import type { TextFacts } from './text-facts.ts';
import { writeLetter } from './write-letter.ts';

/** One attempt to send a message; never throws. */
export async function attempt(
  app: App,
  templates: Templates,
  tenant: Tenant,
  message: Leased,
  facts: TextFacts,
): Promise<Outcome> {
  try {
    const sent = await trySending(app, templates, tenant, message, facts);
    return { message, outcome: 'sent', ...sent };
  } catch (error) {
    return notSent(app, message, error);
  }
}

async function trySending(
  app: App,
  templates: Templates,
  tenant: Tenant,
  message: Leased,
  facts: TextFacts,
): Promise<Sent> {
  const channel = app.channels[message.channel];
  const to = message.channel === 'email' ? message.address : numberOf(message, facts);
  const outgoing: Outgoing = {
    id: message.id,
    round: message.round,
    organisationId: tenant.id,
    to,
    toName: message.full_name,
    answers: facts.answers.has(to),
    write: () => writeLetter(app, templates, message, tenant),
  };
  const since = facts.unknownSince.get(message.id);
  if (since && channel.find) {
    const found = await channel.find(outgoing, since, facts.knownIds);
    if (found) return { ...found, detail: 'An earlier attempt had got through.' };
  }
  const refused = whyNotRetry(message) ?? whyTooLate(app.clock.now(), message);
  if (refused) throw refused;
  return channel.send(outgoing);
}

/** What a message says may be of no more use. */
function whyTooLate(now: Temporal.Instant, { expires_at }: Leased): NotSent | null {
  if (!expires_at || Temporal.Instant.compare(now, Temporal.Instant.from(expires_at)) < 0)
    return null;
  return new NotSent('refused', 'too_late', 'What it is about was over before it could go out.');
}

/** The number of a text that may go out; throws what stands against it, without a call. */
function numberOf(message: Leased, { optedOut, dead }: TextFacts): string {
  const number = asE164(message.address);
  if (!number) {
    throw new NotSent(
      'refused',
      'no_number',
      'This is no phone number with its country, like +44 7700 900123.',
    );
  }
  if (optedOut.has(number)) {
    throw new NotSent('refused', 'opted_out', 'Who has this number said STOP.');
  }
  const said = dead.get(number);
  if (said !== undefined) throw new NotSent('refused', 'dead_number', said);
  return number;
}

function notSent(app: App, message: Leased, error: unknown): Outcome {
  app.log.warn({ err: error, message: message.id }, 'message not sent');
  const detail = error instanceof Error ? error.message : String(error);
  // A letter that can't be written: the next version of the program may.
  const problem = error instanceof NotSent ? error : new NotSent('later', 'not_written', detail);
  const { why, code, fault, pauseSeconds } = problem;
  const { settleSeconds } = app.channels[message.channel];
  return {
    message,
    outcome: why === 'unknown' ? 'unknown' : 'failed',
    detail,
    code,
    fault,
    retryAt: retryAfter(app.clock.now(), message, problem, settleSeconds),
    isFree: pauseSeconds !== null,
  };
}
