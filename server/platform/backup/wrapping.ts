import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { ConfigError } from '../config.ts';

const ageMagic = 'age-encryption.org/v1\n';
const gzipMagic = Buffer.from([0x1f, 0x8b]);

/**
 * Compresses (gzip), and encrypts with a passphrase if there is one: the file format of age
 * (age-encryption.org/v1: scrypt, then ChaCha20-Poly1305 in chunks that are each authenticated), so
 * that the tool `age` opens it too.
 */
export async function wrap(plain: Readable, passphrase: string | null): Promise<Readable> {
  const packed = pipe(plain, createGzip());
  if (passphrase === null) return packed;
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return fromWeb(await encrypter.encrypt(toWeb(packed)));
}

/** Reverses `wrap`; ConfigError when the file is no backup or the passphrase does not open it. */
export async function unwrap(file: string, passphrase: string | null): Promise<Readable> {
  const start = await firstBytes(file, ageMagic.length);
  if (start.subarray(0, 2).equals(gzipMagic)) return pipe(createReadStream(file), createGunzip());
  if (start.toString('latin1') !== ageMagic) {
    throw new ConfigError(`${file} is not a backup of Callboard.`);
  }
  if (passphrase === null) {
    throw new ConfigError(`${file} is encrypted; give its passphrase with --passphrase-file.`);
  }
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const opened = await decrypter.decrypt(toWeb(createReadStream(file))).catch((error) => {
    throw new ConfigError(`The passphrase does not open ${file}.`, { cause: error });
  });
  return pipe(fromWeb(opened), createGunzip());
}

// An error of the source ends the target too; `pipe` alone leaves it waiting.
function pipe<T extends NodeJS.ReadWriteStream & Readable>(source: Readable, target: T): T {
  source.once('error', (error) => target.destroy(error));
  target.once('close', () => source.destroy());
  return source.pipe(target);
}

async function firstBytes(file: string, length: number): Promise<Buffer> {
  const handle = await open(file).catch(() => {
    throw new ConfigError(`${file} can't be read.`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

// Node's and the DOM's types of the same class.
const toWeb = (stream: Readable) => Readable.toWeb(stream) as globalThis.ReadableStream<Uint8Array>;
const fromWeb = (stream: globalThis.ReadableStream<Uint8Array>) =>
  Readable.fromWeb(stream as ReadableStream);
