import type Twilio from 'twilio/lib/rest/Twilio.js';
import type { Clock } from '../clock.ts';
import {
  awaySeconds,
  type Channel,
  NotSent,
  type Outgoing,
  retryAfterSeconds,
  type Sent,
} from './channel.ts';
import type { TwilioSettings } from './settings.ts';
import { faultOf, twilioProblem } from './twilio-problem.ts';

/** Below the lease of a message: who still waits here has it for itself. */
const timeoutMs = 10_000;
/** Twilio's clock and ours may differ; what we know to be another message is left out by its id. */
const skew = { minutes: 5 };

type Message = Awaited<ReturnType<Twilio['messages']['create']>>;
type Options = {
  clock: Clock;
  simulated: boolean;
  /** Where Twilio tells what becomes of a message; null when it could not reach us. */
  callbackUrl: ((message: Outgoing) => string) | null;
};

/** SMS by Twilio. It has no idempotency key, so what may have been sent is looked for. */
export function twilioChannel(settings: TwilioSettings, options: Options): Channel {
  let opened: Promise<Twilio> | null = null;
  const client = () => {
    opened ??= openClient(settings, options.clock);
    return opened;
  };
  return {
    name: 'sms',
    simulated: options.simulated,
    settleSeconds: 5,
    async send(message) {
      const { messages } = await client();
      const statusCallback = options.callbackUrl?.(message);
      try {
        const made = await messages.create({
          to: message.to,
          body: message.write().short,
          ...(settings.from.startsWith('MG')
            ? { messagingServiceSid: settings.from }
            : { from: settings.from }),
          ...(statusCallback && { statusCallback }),
        });
        return sentAs(made);
      } catch (error) {
        throw twilioProblem(error);
      }
    },
    async find(message, since, except) {
      const { messages } = await client();
      const { short } = message.write();
      const earliest = since.subtract(skew).epochMilliseconds;
      try {
        const newest = await messages.list({ to: message.to, limit: 50 });
        const ours = newest.find(
          ({ sid, body, dateCreated }) =>
            body === short && dateCreated.getTime() >= earliest && !except.includes(sid),
        );
        return ours ? sentAs(ours) : null;
      } catch (error) {
        throw twilioProblem(error);
      }
    },
    close: async () => {},
  };
}

/** Loaded at the first text message: the SDK is large, and many never send one. */
async function openClient(settings: TwilioSettings, clock: Clock): Promise<Twilio> {
  const { default: Client } = await import('twilio/lib/rest/Twilio.js');
  const client = new Client(settings.accountSid, settings.authToken, { timeout: timeoutMs });
  const http = client.httpClient;
  const request = http.request.bind(http);
  http.request = async (wanted) => {
    const uri = wanted.uri.replace('https://api.twilio.com', settings.apiUrl);
    const answer = await request({ ...wanted, uri });
    if (answer.statusCode === 429 || answer.statusCode === 503) {
      throw tooBusy(answer as Answered, clock);
    }
    return answer;
  };
  return client;
}

type Answered = { statusCode: number; headers?: Record<string, unknown> };

// The SDK's own exception has lost the header.
function tooBusy({ statusCode, headers }: Answered, clock: Clock): NotSent {
  const pauseSeconds = retryAfterSeconds(headers?.['retry-after'], clock.now()) ?? awaySeconds;
  const sentence = `Twilio is busy (${statusCode}).`;
  return new NotSent('later', `http_${statusCode}`, sentence, { pauseSeconds });
}

function sentAs(message: Message): Sent {
  const { sid, status, errorCode, errorMessage } = message;
  if (!sid) throw new NotSent('unknown', 'no_sid', 'Twilio’s answer could not be read.');
  if (status === 'failed' || status === 'undelivered') {
    const code = String(errorCode ?? status);
    throw new NotSent('refused', code, errorMessage || `Twilio: ${status}`, {
      fault: faultOf(code),
    });
  }
  return { providerId: sid, detail: `Twilio took it: ${status}` };
}
