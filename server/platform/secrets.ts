import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** Keys derived from the one secret of this installation, each for one use. */
export type Secrets = {
  /** Signs access tokens. */
  readonly accessKey: Uint8Array;
  /** MAC (24 bytes) over a text, for tokens in mails. */
  mac(text: string): Buffer;
  /** Whether `mac` is the MAC of `text`, in constant time. */
  checkMac(text: string, mac: Buffer): boolean;
  /** Encrypts what must be read again (AES-256-GCM), bound to `use`. */
  seal(use: string, plain: Buffer): Buffer;
  /** What was sealed for `use`; throws when it was not, or was changed. */
  unseal(use: string, sealed: Buffer): Buffer;
};

/** Reads the secret from the settings or the data folder; at first start it is made there. */
export async function openSecrets(config: Config): Promise<Secrets> {
  return deriveSecrets(config.secret ?? (await keptSecret(config.dataFolder)));
}

/** Derives the keys (HKDF, RFC 5869) from `secret`. */
export function deriveSecrets(secret: string): Secrets {
  const derive = (use: string) =>
    new Uint8Array(hkdfSync('sha256', secret, 'callboard', use, 32) as ArrayBuffer);
  const macKey = derive('mail-token');
  const mac = (text: string) => createHmac('sha256', macKey).update(text).digest().subarray(0, 24);
  return {
    ...sealing(derive('seal')),
    accessKey: derive('access-token'),
    mac,
    checkMac: (text, given) => given.length === 24 && timingSafeEqual(given, mac(text)),
  };
}

const nonceBytes = 12;
const tagBytes = 16;

// nonce | tag | ciphertext; `use` is authenticated with it, so nothing sealed can stand in for another.
function sealing(key: Uint8Array): Pick<Secrets, 'seal' | 'unseal'> {
  return {
    seal(use, plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(use));
      const text = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    unseal(use, sealed) {
      const nonce = sealed.subarray(0, nonceBytes);
      const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(use)).setAuthTag(tag);
      const text = sealed.subarray(nonceBytes + tagBytes);
      return Buffer.concat([decipher.update(text), decipher.final()]);
    },
  };
}

async function keptSecret(folder: string): Promise<string> {
  const file = join(folder, 'secret');
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
