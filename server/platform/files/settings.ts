import { ConfigError } from '../config-error.ts';

/** Where files are kept when not in the data folder: a bucket of S3 or of what speaks like it. */
export type S3Settings = {
  readonly bucket: string;
  readonly region: string;
  /** Another server than Amazon's; null: Amazon's. */
  readonly endpoint: string | null;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** What all keys begin with. */
  readonly prefix: string;
};

/** Settings of the file store. */
export type FileSettings = {
  readonly s3: S3Settings | null;
  /** A virus scanner (clamd) over TCP; null: files are not scanned. */
  readonly clamd: { readonly host: string; readonly port: number } | null;
  /** As much as one person, and one organisation, may have stored. */
  readonly personBytesMax: number;
  readonly organisationBytesMax: number;
};

type Environment = Record<string, string | undefined>;
const megabyte = 1_048_576;

/** Reads the settings of the file store; ConfigError with a sentence that names the variable. */
export function fileSettings(env: Environment): FileSettings {
  return {
    s3: s3Settings(env),
    clamd: clamdSettings(env),
    personBytesMax: megabytes(env, 'FILES_PERSON_MB', 1_024),
    organisationBytesMax: megabytes(env, 'FILES_ORGANISATION_MB', 10_240),
  };
}

function s3Settings(env: Environment): S3Settings | null {
  const needed = ['FILES_S3_BUCKET', 'FILES_S3_ACCESS_KEY_ID', 'FILES_S3_SECRET_ACCESS_KEY'];
  const missing = needed.filter((name) => !env[name]);
  if (missing.length === needed.length) return null;
  if (missing.length > 0) throw new ConfigError(`For files in S3 set ${missing.join(', ')} too.`);
  const [bucket = '', accessKeyId = '', secretAccessKey = ''] = needed.map((name) => env[name]);
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_PREFIX: prefix = '' } = env;
  if (endpoint && !(/^https?:\/\//.test(endpoint) && URL.canParse(endpoint))) {
    throw new ConfigError('FILES_S3_ENDPOINT is not an address like https://s3.example.org.');
  }
  if (!/^([\w.-]+\/)*$/.test(prefix)) {
    throw new ConfigError('FILES_S3_PREFIX is not a folder like callboard/.');
  }
  const region = env.FILES_S3_REGION || 'us-east-1';
  return { bucket, region, endpoint: endpoint || null, accessKeyId, secretAccessKey, prefix };
}

function clamdSettings(env: Environment): FileSettings['clamd'] {
  if (!env.CLAMD) return null;
  const [, host, port] = /^(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(env.CLAMD) ?? [];
  if (host && port) return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
  throw new ConfigError('CLAMD is not a host with a port, like 127.0.0.1:3310.');
}

function megabytes(env: Environment, name: string, fallback: number): number {
  const text = env[name];
  const value = text ? Number(text) : fallback;
  if (Number.isInteger(value) && value > 0 && value <= 100_000_000) return value * megabyte;
  throw new ConfigError(`${name} is "${text}"; give a whole number of megabytes, at least 1.`);
}
