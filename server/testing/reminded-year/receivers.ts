import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { openTwilioSimulator } from '../../platform/simulators/twilio.ts';

/** What came of one duty on one channel. */
export type Came = { duty: string; channel: 'email' | 'sms'; id: string; at: number };

/** Who takes what workers send, and knows which duty each is about. */
export type Receivers = {
  env: Record<string, string>;
  came: Came[];
  close(): Promise<void>;
};

const account = {
  accountSid: `AC${'7'.repeat(32)}`,
  authToken: 'f0e1d2c3b4a5968778695a4b3c2d1e0f',
};
const from = '+15550009999';
const dutyIn = /Duty \d+/;

/** A mail server and a simulator of Twilio; `onCame` hears of each before its sender does, as far as can be. */
export async function openReceivers(now: () => number, onCame: () => void): Promise<Receivers> {
  const came: Came[] = [];
  const take = (channel: Came['channel'], text: string, id: string) => {
    const duty = dutyIn.exec(text)?.[0];
    if (!duty) return;
    came.push({ duty, channel, id, at: performance.now() });
    onCame();
  };
  const mail = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 100 },
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        if (text.length < 4_000) text += chunk.toString('latin1');
      });
      stream.on('end', () => {
        const subject = /^subject:.*$/im.exec(text)?.[0] ?? '';
        take('email', subject, /^message-id:\s*<([^@>]+)@/im.exec(text)?.[1] ?? '');
        done();
      });
    },
  });
  mail.on('error', () => {});
  mail.listen(0, '127.0.0.1');
  await once(mail.server, 'listening');
  const { port } = mail.server.address() as AddressInfo;
  const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(now()) };
  const settings = { ...account, from };
  const texts = await openTwilioSimulator({ clock, settings, reach: (url) => url, pace: null });
  let seen = 0;
  const watch = setInterval(() => {
    for (; seen < texts.taken.length; seen += 1) {
      const text = texts.taken[seen];
      if (text) take('sms', text.body, text.sid);
    }
  }, 1);
  return {
    came,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_PHONE_NUMBER: from,
      TWILIO_API_URL: texts.url,
    },
    async close() {
      clearInterval(watch);
      await Promise.all([texts.close(), new Promise<void>((done) => mail.close(() => done()))]);
    },
  };
}
