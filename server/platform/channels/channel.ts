import type { CalendarPart } from '../letter.ts';

/** Ways out of the program to a person. */
export const channelNames = ['email', 'sms', 'whatsapp'] as const;
export type ChannelName = (typeof channelNames)[number];

/** A message on its way out. `id` is ours and the same at every attempt. */
export type Outgoing = {
  id: string;
  /** Sent again by someone's wish, it is another message to the receiving side. */
  round: number;
  /** Whose message it is; a provider's callback names it again. */
  organisationId: string;
  /** E-mail address, or phone number in E.164. */
  to: string;
  toName: string;
  /** Whether the recipient wrote to us in the last 24 hours (WhatsApp lets us answer freely then). */
  answers: boolean;
  write(): Content;
};

/** What a message says: an e-mail has `subject`, `html` and `text`, a text message has `short`. */
export type Content = {
  subject: string;
  html: string;
  text: string;
  short: string;
  /** A template of WhatsApp's that says it; else the usual one carries `short`. */
  whatsApp?: { template: string; parameters: readonly string[] } | undefined;
  /** Where one click stops mails of this kind (RFC 8058), if they can be stopped. */
  unsubscribe?: string | null;
  /** What the recipient's own calendar is to make of an e-mail. */
  calendar?: (() => CalendarPart) | null;
};

/** A provider took the message under this id of its own. */
export type Sent = { providerId: string; detail: string };

/** One way out. */
export type Channel = {
  readonly name: ChannelName;
  /** A stand-in on this machine takes the messages; nobody gets them. */
  readonly simulated: boolean;
  /** Seconds after an attempt of unknown outcome until the provider would have told of it. */
  readonly settleSeconds: number;
  /** Hands the message to the provider; throws `NotSent`. */
  send(message: Outgoing): Promise<Sent>;
  /**
   * What an earlier attempt brought to the provider, if it can be asked: found by recipient and text
   * since `since`, other than the messages `except` that are known already. Throws `NotSent`.
   */
  find?(
    message: Outgoing,
    since: Temporal.Instant,
    except: readonly string[],
  ): Promise<Sent | null>;
  close(): Promise<void>;
};

/**
 * Why a message is not known to be sent. `later`: the provider surely did not take it and may later;
 * `refused`: it never will; `unknown`: it may have taken it.
 */
export class NotSent extends Error {
  readonly why: 'later' | 'refused' | 'unknown';
  /** The provider's own code, or ours. */
  readonly code: string;
  /** Whose fault a refusal is: the address takes no messages, its owner wants none, or something else. */
  readonly fault: 'address' | 'opted_out' | 'other';
  /** The provider wants no call at all for this long. */
  readonly pauseSeconds: number | null;

  constructor(
    why: NotSent['why'],
    code: string,
    sentence: string,
    facts: { fault?: NotSent['fault']; pauseSeconds?: number | null; cause?: unknown } = {},
  ) {
    super(sentence, { cause: facts.cause });
    this.why = why;
    this.code = code;
    this.fault = facts.fault ?? 'other';
    this.pauseSeconds = facts.pauseSeconds ?? null;
  }
}

/** A provider that is away is called again after this long. */
export const awaySeconds = 15;

/** Codes of the network and of TLS that say that a provider was never reached. */
export const neverReached: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID'],
]);

/**
 * An error of the network: before the provider was reached nothing was sent, afterwards who knows. It is
 * not kept as the cause: causes are logged, and it holds the request with its credentials.
 */
export function networkProblem(error: unknown, provider: string): NotSent {
  const code = networkCode(error);
  if (neverReached.has(code)) {
    const sentence = `${provider} could not be reached (${code}).`;
    return new NotSent('later', code, sentence, { pauseSeconds: awaySeconds });
  }
  return new NotSent('unknown', code, `${provider} gave no answer (${code}).`);
}

function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'no_answer';
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return code;
  if (error.cause instanceof Error) return networkCode(error.cause);
  return error.name;
}

/** Seconds of a `Retry-After` header (RFC 9110, 10.2.3): a number, or a date. Null without one. */
export function retryAfterSeconds(header: unknown, now: Temporal.Instant): number | null {
  if (typeof header !== 'string' || header === '') return null;
  if (/^\d{1,6}$/.test(header)) return Number(header);
  const at = Date.parse(header);
  if (Number.isNaN(at)) return null;
  return Math.max(0, Math.ceil((at - now.epochMilliseconds) / 1_000));
}
