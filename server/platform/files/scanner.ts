import { once } from 'node:events';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import type { FileSettings } from './settings.ts';

/** What a scanner says of a file: what it found, or null. */
export type Scanner = {
  /** Throws when the scanner can't be reached or does not answer: then nobody knows. */
  scan(bytes: Readable): Promise<string | null>;
  /** Throws unless the scanner answers. */
  ping(): Promise<void>;
};

const patienceMs = 20_000;

/** The scanner clamd over TCP (clamd(8), INSTREAM); null where none is set: nothing is scanned. */
export function openScanner({ clamd }: Pick<FileSettings, 'clamd'>): Scanner | null {
  if (!clamd) return null;
  return {
    async scan(bytes) {
      const answer = await ask(clamd, 'zINSTREAM\0', bytes);
      const [, threat] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
      if (threat) return threat;
      if (answer === 'stream: OK') return null;
      throw new Error(`clamd answers "${answer}"`);
    },
    async ping() {
      const answer = await ask(clamd, 'zPING\0', null);
      if (answer !== 'PONG') throw new Error(`clamd answers "${answer}"`);
    },
  };
}

/** Each chunk goes with its length before it, a length of 0 ends them; the answer ends with NUL. */
async function ask(
  { host, port }: { host: string; port: number },
  command: string,
  bytes: Readable | null,
): Promise<string> {
  const socket = connect({ host, port });
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('clamd does not answer')));
  const answer = readAll(socket);
  answer.catch(() => {});
  try {
    await once(socket, 'connect');
    socket.write(command);
    for await (const chunk of bytes ?? []) {
      if (socket.destroyed) break;
      socket.write(lengthOf(chunk.length));
      if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), answer]);
    }
    if (bytes) socket.write(lengthOf(0));
    return await answer;
  } finally {
    bytes?.destroy();
    socket.destroy();
  }
}

async function readAll(socket: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += chunk.toString('latin1');
    if (text.includes('\0')) break;
  }
  return text.split('\0')[0]?.trim() ?? '';
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
