import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WhatsAppSettings } from '../channels/settings.ts';
import type { Clock } from '../clock.ts';
import { type Loopback, type Pace, Script, sendJson, serveLoopback } from './loopback.ts';

/** A message that the simulator took. */
export type SimulatedNote = {
  id: string;
  to: string;
  /** The text, or the parameters of the template. */
  body: string;
  type: 'text' | 'template';
  template: string | null;
  /** `biz_opaque_callback_data`: what callbacks say again. */
  ours: string | null;
  at: Temporal.Instant;
};

type Options = {
  clock: Clock;
  settings: Pick<WhatsAppSettings, 'phoneNumberId' | 'accessToken' | 'secrets' | 'template'>;
  /** Where callbacks go, as reached from this machine. */
  callback: () => string;
  /** Milliseconds until `sent` and `delivered` are told; null: only when `report` says so. */
  pace: Pace | null;
};

const openFor = { hours: 24 };

/** Opens a simulator of the WhatsApp Cloud API on this machine. */
export async function openWhatsAppSimulator(options: Options): Promise<WhatsAppSimulator> {
  const simulator = new WhatsAppSimulator(options);
  await simulator.open();
  return simulator;
}

/** Meta's Cloud API as far as Callboard uses it, with its 24-hour window. */
export class WhatsAppSimulator {
  readonly taken: SimulatedNote[] = [];
  readonly calls: Temporal.Instant[] = [];
  /** Numbers that it refuses, and why: 131026 not on WhatsApp … */
  readonly refuses = new Map<string, number>();
  private readonly script = new Script();
  readonly next = this.script.next;
  url = '';
  private readonly heard = new Map<string, Temporal.Instant>();
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

  /** A status as Meta tells it, to be posted alone or in a batch. */
  status(id: string, told: string, facts: object = {}): object {
    const note = this.taken.find((one) => one.id === id);
    return {
      id,
      status: told,
      timestamp: this.timestamp(),
      recipient_id: note?.to,
      ...(note?.ours && { biz_opaque_callback_data: note.ours }),
      ...facts,
    };
  }

  report(id: string, told: string, facts: object = {}): Promise<Response> {
    return this.post(this.payload({ statuses: [this.status(id, told, facts)] }));
  }

  /** Someone writes to our number. */
  text(from: string, body: string): Promise<Response> {
    const number = from.replace('+', '');
    this.heard.set(number, this.options.clock.now());
    const id = newId();
    const text = { from: number, id, timestamp: this.timestamp(), type: 'text', text: { body } };
    const contacts = [{ profile: { name: 'Someone' }, wa_id: number }];
    return this.post(this.payload({ contacts, messages: [text] }));
  }

  /** What Meta posts: one entry with one change. */
  payload(value: object): object {
    const phone_number_id = this.options.settings.phoneNumberId;
    const metadata = { display_phone_number: '15550001111', phone_number_id };
    const whole = { messaging_product: 'whatsapp', metadata, ...value };
    const entry = [{ id: '1', changes: [{ field: 'messages', value: whole }] }];
    return { object: 'whatsapp_business_account', entry };
  }

  /** Posts a payload, signed. */
  async post(payload: string | object): Promise<Response> {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const secret = this.options.settings.secrets[0]?.value ?? '';
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return fetch(this.options.callback(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': `sha256=${signature}`,
      },
      body,
    });
  }

  async close(): Promise<void> {
    this.script.stop();
    await this.loopback?.close();
  }

  private timestamp(): string {
    return String(Math.floor(this.options.clock.now().epochMilliseconds / 1_000));
  }

  private async answer(request: IncomingMessage, body: string, response: ServerResponse) {
    const { accessToken, phoneNumberId } = this.options.settings;
    if (request.headers.authorization !== `Bearer ${accessToken}`) {
      return refuse(response, 401, 190);
    }
    const isSend = request.method === 'POST' && request.url === `/${phoneNumberId}/messages`;
    if (!isSend) return refuse(response, 404, 100);
    this.calls.push(this.options.clock.now());
    const behaviour = await this.script.treat();
    if (behaviour.how === 'hang-up') return void request.socket.destroy();
    if (behaviour.how === 'status') {
      const { status, code = 131000, retryAfter } = behaviour;
      const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
      return refuse(response, status, code, headers);
    }
    const message = JSON.parse(body) as Message;
    const code = this.whyRefused(message);
    if (code) return refuse(response, 400, code);
    const note = this.take(message);
    if (behaviour.how === 'drop') return void request.socket.destroy();
    if (behaviour.how === 'garble') return void response.writeHead(200).end('{"messages": [');
    const contacts = [{ input: message.to, wa_id: message.to }];
    const messages = [{ id: note.id, message_status: 'accepted' }];
    sendJson(response, 200, { messaging_product: 'whatsapp', contacts, messages });
  }

  private whyRefused(message: Message): number | null {
    if (message.messaging_product !== 'whatsapp' || !/^[1-9]\d{6,14}$/.test(message.to)) return 100;
    const refused = this.refuses.get(`+${message.to}`);
    if (refused) return refused;
    if (message.type === 'template') {
      const wanted = this.parametersOf(message.template?.name);
      if (wanted === undefined) return 132001;
      return message.template?.components[0]?.parameters.length === wanted ? null : 132000;
    }
    const last = this.heard.get(message.to);
    const now = this.options.clock.now();
    return last && Temporal.Instant.compare(last.add(openFor), now) > 0 ? null : 131047;
  }

  // The templates that Callboard asks its host to have approved, with how many parameters each has.
  private parametersOf(template: string | undefined): number | undefined {
    return { [this.options.settings.template]: 2, duty_reminder: 3 }[template ?? ''];
  }

  private take(message: Message): SimulatedNote {
    const note: SimulatedNote = {
      id: newId(),
      to: message.to,
      body: bodyOf(message),
      type: message.type,
      template: message.template?.name ?? null,
      ours: message.biz_opaque_callback_data ?? null,
      at: this.options.clock.now(),
    };
    this.taken.push(note);
    this.script.tell(this.options.pace, (status) => this.report(note.id, status));
    return note;
  }
}

function newId(): string {
  return `wamid.${randomBytes(24).toString('base64')}`;
}

type Message = {
  messaging_product: string;
  to: string;
  type: 'text' | 'template';
  text?: { body: string };
  template?: { name: string; components: { parameters: { text: string }[] }[] };
  biz_opaque_callback_data?: string;
};

function bodyOf({ text, template }: Message): string {
  if (text) return text.body;
  return (template?.components[0]?.parameters ?? []).map((one) => one.text).join(' | ');
}

function refuse(
  response: ServerResponse,
  status: number,
  code: number,
  headers: Record<string, string> = {},
): void {
  const error = { message: `(#${code}) refused`, type: 'OAuthException', code, fbtrace_id: 'x' };
  sendJson(response, status, { error }, headers);
}
