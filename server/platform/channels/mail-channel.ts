import type { MailTransport } from '../mail-transport.ts';
import { awaySeconds, type Channel, NotSent } from './channel.ts';

/** E-mail as a channel. A repeat is recognised by its Message-ID, so nothing need be looked up. */
export function mailChannel(mail: MailTransport): Channel {
  return {
    name: 'email',
    simulated: mail.kind === 'mailbox',
    settleSeconds: 0,
    async send(message) {
      try {
        const { id, round } = message;
        return await mail.send({ ...message, id: round > 1 ? `${id}.${round}` : id });
      } catch (error) {
        throw mailProblem(error);
      }
    },
    close: async () => mail.close(),
  };
}

// Nodemailer's names for a server that is not there or wants nobody: it is no message's fault.
const away = new Set(['ECONNECTION', 'EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EPROXY']);

// RFC 5321, 4.2: 5yz is for ever; 421 ends the connection, whatever was to be sent.
function mailProblem(error: unknown): NotSent {
  const { responseCode, code, command } = error as Record<string, unknown>;
  const sentence = error instanceof Error ? error.message : String(error);
  const name = typeof responseCode === 'number' ? String(responseCode) : String(code ?? 'smtp');
  const beforeMail = command === 'CONN' || away.has(String(code)) || responseCode === 421;
  if (beforeMail) {
    return new NotSent('later', name, sentence, { cause: error, pauseSeconds: awaySeconds });
  }
  if (typeof responseCode !== 'number' || responseCode < 500) {
    return new NotSent('later', name, sentence, { cause: error });
  }
  const fault = [550, 551, 553].includes(responseCode) ? 'address' : 'other';
  return new NotSent('refused', name, sentence, { fault, cause: error });
}
