import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { TwilioSettings } from '../channels/settings.ts';
import type { Clock } from '../clock.ts';
import { type Loopback, type Pace, Script, sendJson, serveLoopback } from './loopback.ts';

/** A message that the simulator took. */
export type SimulatedText = {
  sid: string;
  to: string;
  from: string;
  body: string;
  status: string;
  at: Temporal.Instant;
  callback: string | null;
};

type Params = Record<string, string>;
type Options = {
  clock: Clock;
  settings: Pick<TwilioSettings, 'accountSid' | 'authToken' | 'from'>;
  /** Where a callback address leads from this machine: the public one may not. */
  reach: (url: string) => string;
  /** Milliseconds until `sent` and `delivered` are told; null: only when `report` says so. */
  pace: Pace | null;
};

const sentences: Record<number, string> = {
  21211: "The 'To' number is not a valid phone number.",
  21610: 'Attempt to send to unsubscribed recipient',
  21614: "'To' number is not a valid mobile number",
};

/** Opens a simulator of Twilio on this machine. */
export async function openTwilioSimulator(options: Options): Promise<TwilioSimulator> {
  const simulator = new TwilioSimulator(options);
  await simulator.open();
  return simulator;
}

/** Twilio as far as Callboard uses it: takes texts, tells what became of them, hands in replies. */
export class TwilioSimulator {
  /** All it took, oldest first. */
  readonly taken: SimulatedText[] = [];
  /** Calls to send, by the clock, whether or not they were taken. */
  readonly calls: Temporal.Instant[] = [];
  /** Numbers that it refuses, and why: 21211 invalid, 21610 opted out, 21614 a land line … */
  readonly refuses = new Map<string, number>();
  private readonly script = new Script();
  readonly next = this.script.next;
  url = '';
  private readonly options: Options;
  private loopback: Loopback | null = null;

  constructor(options: Options) {
    this.options = options;
  }

  async open(): Promise<void> {
    this.loopback = await serveLoopback((request, body, response) =>
      this.answer(request, body, response),
    );
    this.url = this.loopback.url;
  }

  /** Tells the status of a text as Twilio does. */
  async report(sid: string, status: string, facts: Params = {}): Promise<Response> {
    const text = this.taken.find((one) => one.sid === sid);
    if (!text?.callback) throw new Error(`no callback address for ${sid}`);
    text.status = status;
    const { to: To, from: From } = text;
    const account = { AccountSid: this.options.settings.accountSid, ApiVersion: '2010-04-01' };
    const ids = { MessageSid: sid, SmsSid: sid, MessageStatus: status, SmsStatus: status };
    return this.post(text.callback, { ...account, ...ids, To, From, ...facts });
  }

  /** Someone texts our number; `url` is the public address of our callback. */
  text(url: string, from: string, body: string, facts: Params = {}): Promise<Response> {
    const { accountSid: AccountSid, from: To } = this.options.settings;
    const sid = newSid();
    const ids = { MessageSid: sid, SmsMessageSid: sid, AccountSid };
    return this.post(url, { ...ids, From: from, To, Body: body, NumMedia: '0', ...facts });
  }

  async close(): Promise<void> {
    this.script.stop();
    await this.loopback?.close();
  }

  private async post(url: string, params: Params): Promise<Response> {
    const signature = getExpectedTwilioSignature(this.options.settings.authToken, url, params);
    return fetch(this.options.reach(url), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature,
      },
      body: new URLSearchParams(params).toString(),
    });
  }

  private async answer(request: IncomingMessage, body: string, response: ServerResponse) {
    const { accountSid, authToken } = this.options.settings;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://twilio');
    const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
    if (request.headers.authorization !== `Basic ${basic}`) return refuse(response, 401, 20003);
    const isMessages = pathname === `/2010-04-01/Accounts/${accountSid}/Messages.json`;
    if (!isMessages) return refuse(response, 404, 20404);
    if (request.method === 'POST') return this.send(request, new URLSearchParams(body), response);
    const to = searchParams.get('To');
    const size = Number(searchParams.get('PageSize') ?? 50);
    const found = this.taken.filter((text) => !to || text.to === to).reverse();
    const messages = found.slice(0, size).map((text) => resourceOf(text, accountSid));
    sendJson(response, 200, { messages, page: 0, page_size: size, next_page_uri: null });
  }

  private async send(request: IncomingMessage, form: URLSearchParams, response: ServerResponse) {
    this.calls.push(this.options.clock.now());
    const behaviour = await this.script.treat();
    if (behaviour.how === 'hang-up') return void request.socket.destroy();
    if (behaviour.how === 'status') {
      const { status, code = 20500, retryAfter } = behaviour;
      const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
      return refuse(response, status, code, headers);
    }
    const code = whyRefused(form, this.refuses);
    if (code) return refuse(response, 400, code);
    const text = this.take(form);
    if (behaviour.how === 'drop') return void request.socket.destroy();
    if (behaviour.how === 'garble') return void response.writeHead(201).end('{"sid": "SM');
    sendJson(response, 201, resourceOf(text, this.options.settings.accountSid));
  }

  private take(form: URLSearchParams): SimulatedText {
    const text: SimulatedText = {
      sid: newSid(),
      to: form.get('To') ?? '',
      from: form.get('From') ?? this.options.settings.from,
      body: form.get('Body') ?? '',
      status: 'queued',
      at: this.options.clock.now(),
      callback: form.get('StatusCallback'),
    };
    this.taken.push(text);
    const pace = text.callback ? this.options.pace : null;
    this.script.tell(pace, (status) => this.report(text.sid, status));
    return text;
  }
}

function newSid(): string {
  return `SM${randomBytes(16).toString('hex')}`;
}

function whyRefused(form: URLSearchParams, refuses: Map<string, number>): number | null {
  const to = form.get('To') ?? '';
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return 21211;
  if (!form.get('From') && !form.get('MessagingServiceSid')) return 21603;
  const body = form.get('Body') ?? '';
  if (body === '') return 21602;
  if (body.length > 1_600) return 21617;
  return refuses.get(to) ?? null;
}

function refuse(
  response: ServerResponse,
  status: number,
  code: number,
  headers: Record<string, string> = {},
): void {
  const message = sentences[code] ?? `Error ${code}`;
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  sendJson(response, status, { code, message, more_info, status }, headers);
}

function resourceOf(text: SimulatedText, accountSid: string): object {
  const at = new Date(text.at.epochMilliseconds).toUTCString();
  return {
    sid: text.sid,
    account_sid: accountSid,
    messaging_service_sid: text.from.startsWith('MG') ? text.from : null,
    from: text.from,
    to: text.to,
    body: text.body,
    status: text.status,
    direction: 'outbound-api',
    date_created: at,
    date_updated: at,
    date_sent: text.status === 'queued' ? null : at,
    error_code: null,
    error_message: null,
    num_segments: '1',
    num_media: '0',
    price: null,
    price_unit: 'USD',
    api_version: '2010-04-01',
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${text.sid}.json`,
    subresource_uris: {},
  };
}
