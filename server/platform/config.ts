import { isIP } from 'node:net';
import { resolve } from 'node:path';
import {
  type TwilioSettings,
  twilioSettings,
  type WhatsAppSettings,
  whatsAppSettings,
} from './channels/settings.ts';
import { ConfigError } from './config-error.ts';
import { type FileSettings, fileSettings } from './files/settings.ts';

export { ConfigError } from './config-error.ts';

/** Settings of the program, read once at start. Every one is optional on one machine. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Origin that people reach the program at, without a trailing slash; links in mails use it. */
  readonly url: string;
  /** Reachable from this machine only: no set-up token, open mailbox page. */
  readonly local: boolean;
  readonly dataFolder: string;
  /** External PostgreSQL; null brings up the embedded one. */
  readonly databaseUrl: string | null;
  readonly poolSize: number;
  readonly secret: string | null;
  readonly openSignup: boolean;
  /** Proxies whose `X-Forwarded-For` is believed: how many hops, or their networks; false: none. */
  readonly trustProxy: false | number | string[];
  /** Sockets that one account may hold on a node; the oldest goes when there is one more. */
  readonly socketsPerAccount: number;
  readonly serves: boolean;
  readonly works: boolean;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** SMS by Twilio; null: a simulator on this machine takes them. */
  readonly twilio: TwilioSettings | null;
  /** WhatsApp by Meta's Cloud API; null: a simulator on this machine. */
  readonly whatsApp: WhatsAppSettings | null;
  /** Where uploaded files are kept, how much of them, and what scans them. */
  readonly files: FileSettings;
  /** A model behind the OpenAI API; null: everything is written from templates. */
  readonly openAi: OpenAi | null;
  /** 0 turns the metrics port off. */
  readonly metricsPort: number;
  readonly logLevel: string;
  /** Hold every answer against its contract; tests do, it costs. */
  readonly checkAnswers: boolean;
};

/** How to reach a model. `timeoutMs`: after that a template takes its place. */
export type OpenAi = { key: string; url: string; model: string; timeoutMs: number };

type Environment = Record<string, string | undefined>;

/** Parses the environment; throws ConfigError with one sentence that names the variable. */
export function readConfig(env: Environment): Config {
  const port = integer(env, 'PORT', 3000, 0, 65_535);
  const host = env.HOST || '127.0.0.1';
  const url = origin(env, `http://localhost:${port}`);
  const local = isLoopback(host) && isLoopback(new URL(url).hostname);
  const role = oneOf(env, 'CALLBOARD_ROLE', ['both', 'web', 'worker']);
  return {
    port,
    host,
    url,
    local,
    dataFolder: resolve(env.CALLBOARD_DATA || './data'),
    databaseUrl: databaseUrl(env),
    poolSize: integer(env, 'DATABASE_POOL', 10, 2, 200),
    secret: secret(env),
    openSignup: oneOf(env, 'CALLBOARD_SIGNUP', ['closed', 'open']) === 'open',
    trustProxy: trustProxy(env, local),
    socketsPerAccount: integer(env, 'SOCKETS_PER_ACCOUNT', 50, 1, 10_000),
    serves: role !== 'worker',
    works: role !== 'web',
    smtpUrl: smtpUrl(env),
    mailFrom: env.MAIL_FROM || 'Callboard <callboard@localhost>',
    twilio: twilioSettings(env),
    whatsApp: whatsAppSettings(env),
    files: fileSettings(env),
    openAi: openAi(env),
    metricsPort: integer(env, 'METRICS_PORT', 9464, 0, 65_535),
    checkAnswers: false,
    logLevel: oneOf(env, 'LOG_LEVEL', ['info', 'debug', 'warn', 'error', 'silent']),
  };
}

function integer(env: Environment, name: string, fallback: number, min: number, max: number) {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new ConfigError(`${name} is "${text}"; give a whole number from ${min} to ${max}.`);
}

function oneOf<const T extends string>(env: Environment, name: string, values: readonly T[]): T {
  const text = env[name];
  if (!text) return values[0] as T;
  const value = values.find((candidate) => candidate === text);
  if (value) return value;
  throw new ConfigError(`${name} is "${text}"; use one of ${values.join(', ')}.`);
}

function origin(env: Environment, fallback: string): string {
  const text = env.CALLBOARD_URL || fallback;
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text).origin;
  throw new ConfigError(
    `CALLBOARD_URL is "${text}"; give an address like https://rota.example.org.`,
  );
}

function databaseUrl(env: Environment): string | null {
  const text = env.DATABASE_URL;
  if (!text) return null;
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new ConfigError(
    'DATABASE_URL is not an address like postgres://user:password@host:5432/name.',
  );
}

// "true" would believe whatever a client writes: the proxies are counted or named. Reachable from
// outside and called from this machine, it is called by the proxy that stands on it.
function trustProxy(env: Environment, local: boolean): Config['trustProxy'] {
  const text = env.TRUST_PROXY;
  if (!text) return local ? false : ['127.0.0.0/8', '::1'];
  if (/^[1-9]$/.test(text)) return Number(text);
  const networks = text.split(',').map((one) => one.trim());
  if (networks.every(isNetwork)) return networks;
  throw new ConfigError(
    `TRUST_PROXY is "${text}"; give the number of proxies in front, or their addresses like 10.0.0.0/8.`,
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
}

function smtpUrl(env: Environment): string | null {
  const text = env.SMTP_URL;
  if (!text) return null;
  if (/^smtps?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new ConfigError(
    'SMTP_URL is not an address like smtps://user:password@mail.example.org:465.',
  );
}

// Either alone is enough: a key for OpenAI itself, an address for a server of one's own.
function openAi(env: Environment): OpenAi | null {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: url, OPENAI_MODEL: model } = env;
  if (!key && !url) return null;
  if (url && !(/^https?:\/\//.test(url) && URL.canParse(url))) {
    throw new ConfigError(
      'OPENAI_BASE_URL is not an address like https://api.openai.com/v1 or http://localhost:11434/v1.',
    );
  }
  return {
    key: key || 'none',
    url: url || 'https://api.openai.com/v1',
    model: model || 'gpt-4.1-mini',
    timeoutMs: 10_000,
  };
}

const samples = /change.?me|secret|example|password|your[-_ ]/i;

function secret(env: Environment): string | null {
  const text = env.CALLBOARD_SECRET;
  if (!text) return null;
  if (text.length >= 32 && !samples.test(text)) return text;
  throw new ConfigError(
    'CALLBOARD_SECRET is too short or a sample value; give 32 random characters or more, or leave it out.',
  );
}

/** Whether a host name or address is this machine itself. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}
