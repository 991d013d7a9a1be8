import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps what it took, and can be told to stall or to refuse. */
export type PostOffice = {
  url: string;
  /** What it took: recipient, and the message as it came. */
  taken: { to: string; raw: string; messageId: string }[];
  /** Messages whose content arrived while it stalled. */
  stalled(): number;
  behave(how: 'take' | 'stall' | 'refuse' | 'busy'): void;
  close(): Promise<void>;
};

/** Opens a post office on a free port of this machine. */
export async function openPostOffice(): Promise<PostOffice> {
  let behaviour: 'take' | 'stall' | 'refuse' | 'busy' = 'take';
  let stalled = 0;
  const taken: PostOffice['taken'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        if (behaviour === 'stall') {
          stalled += 1;
          return;
        }
        if (behaviour === 'refuse') return done(answer(550, 'No such mailbox'));
        if (behaviour === 'busy') return done(answer(451, 'Try again later'));
        const messageId = /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo)
          taken.push({ to: address, raw, messageId });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    stalled: () => stalled,
    behave(how) {
      behaviour = how;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
