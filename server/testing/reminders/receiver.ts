import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that remembers what it took, by Message-ID, as the mailboxes behind it do. */
export type Receiver = {
  url: string;
  /** Message-ID → how often it came, and when first by the virtual clock. */
  taken: Map<string, { times: number; at: number }>;
  close(): Promise<void>;
};

/** Opens one on a free port; `onTaken` hears of every message before its sender does. */
export async function openReceiver(now: () => number, onTaken: () => void): Promise<Receiver> {
  const taken: Receiver['taken'] = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let head = '';
      stream.on('data', (chunk: Buffer) => {
        if (head.length < 4_000) head += chunk.toString('latin1');
      });
      stream.on('end', () => {
        const id = /^message-id:\s*<([^@>]+)@/im.exec(head)?.[1] ?? head;
        const before = taken.get(id);
        taken.set(id, { times: (before?.times ?? 0) + 1, at: before?.at ?? now() });
        onTaken();
        done();
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
