import type { MailTransport } from '../mail-transport.ts';
import { type Channel, NotSent } from './channel.ts';

/** E-mail as a channel. A repeat is recognised by its Message-ID, so nothing need be looked up. */
export function mailChannel(mail: MailTransport): Channel {
  return {
    name: 'email',
    simulated: mail.kind === 'mailbox',
    settleSeconds: 0,
    async send(message) {
      try {
        return await mail.send(message);
      } catch (error) {
        throw mailProblem(error);
      }
    },
    close: async () => mail.close(),
  };
}

// RFC 5321, 4.2.1: 5yz is for ever. A wrong password of ours is 535, and may be put right.
function mailProblem(error: unknown): NotSent {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  const sentence = error instanceof Error ? error.message : String(error);
  const name = typeof responseCode === 'number' ? String(responseCode) : String(code ?? 'smtp');
  const isFinal = typeof responseCode === 'number' && responseCode >= 550 && code !== 'EAUTH';
  if (!isFinal) return new NotSent('later', name, sentence, { cause: error });
  const fault = responseCode === 550 || responseCode === 553 ? 'address' : 'other';
  return new NotSent('refused', name, sentence, { fault, cause: error });
}
