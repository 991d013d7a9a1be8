import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** Who takes what a worker sends. */
export type Receiver = {
  /** What lets a worker reach it. */
  env: Record<string, string>;
  /** Different messages that it took. */
  taken(): number;
  /** How many came once more. */
  repeated(): number;
  /** When a message first came, by the virtual clock, if that can be told. */
  firstAt(messageId: string): number | undefined;
  close(): Promise<void>;
};

/**
 * A real SMTP server that knows messages again by their Message-ID, as the mailboxes behind it do;
 * `onTaken` hears of every message before its sender does.
 */
export async function openReceiver(now: () => number, onTaken: () => void): Promise<Receiver> {
  const taken = new Map<string, { times: number; at: number }>();
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
    env: { SMTP_URL: `smtp://127.0.0.1:${port}` },
    taken: () => taken.size,
    repeated: () => [...taken.values()].reduce((sum, { times }) => sum + times - 1, 0),
    firstAt: (id) => taken.get(id)?.at,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
