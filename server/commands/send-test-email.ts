import { setTimeout as sleep } from 'node:timers/promises';
import { unsafeSendTestLetter } from '../inbox/module.ts';
import type { Config } from '../platform/config.ts';
import { said, withProgram } from './with-database.ts';

const patienceMs = 60_000;

/** Sends a test letter through the outbox and waits until the mail server took it or refused it. */
export function runSendTestEmail(config: Config, address: string): Promise<number> {
  return withProgram(
    config,
    async (app) => {
      const look = await unsafeSendTestLetter(app, address);
      const until = Date.now() + patienceMs;
      for (;;) {
        const letter = await look();
        if (letter && ['sent', 'delivered', 'read'].includes(letter.status)) {
          return said(`Sent to ${address}: ${letter.detail ?? letter.status}.`);
        }
        // A first refusal is told at once, although the outbox may try again.
        if (Date.now() > until || letter?.detail) {
          console.error(
            `Not sent to ${address}: ${letter?.detail ?? 'nothing happened in a minute'}.`,
          );
          return 1;
        }
        await sleep(100);
      }
    },
    true,
  );
}
