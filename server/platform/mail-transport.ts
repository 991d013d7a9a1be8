import type { Config } from './config.ts';
import type { CalendarPart } from './letter.ts';

/** An e-mail; `write` makes its content. `id` is ours: it makes the Message-ID, the same at every attempt. */
export type Mail = {
  id: string;
  to: string;
  toName: string;
  write(): {
    subject: string;
    html: string;
    text: string;
    unsubscribe?: string | null;
    calendar?: (() => CalendarPart) | null;
  };
};

/** Sends e-mail; throws when the server did not take it. */
export type MailTransport = {
  /** `mailbox` keeps messages for the built-in mailbox page only. */
  readonly kind: 'smtp' | 'mailbox';
  send(mail: Mail): Promise<{ providerId: string; detail: string }>;
  close(): void;
};

/** SMTP when SMTP_URL is set, else the built-in mailbox. */
export function openMailTransport(config: Config): MailTransport {
  return config.smtpUrl ? smtp(config.smtpUrl, config) : mailbox;
}

const mailbox: MailTransport = {
  kind: 'mailbox',
  send: async (mail) => ({ providerId: mail.id, detail: 'kept in the built-in mailbox' }),
  close() {},
};

function smtp(url: string, config: Config): MailTransport {
  // Loaded where mail goes out: the mailbox needs none of it.
  const transport = import('nodemailer').then(({ createTransport }) =>
    createTransport({
      url,
      pool: true,
      maxConnections: 4,
      // Together below the lease of a message: who still waits here has it for itself.
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 10_000,
    }),
  );
  const domain = new URL(config.url).hostname;
  return {
    kind: 'smtp',
    async send(mail) {
      const { subject, html, text, unsubscribe, calendar } = mail.write();
      // The same Message-ID at every attempt lets the receiving side recognise a repeat (RFC 5322, 3.6.4).
      const info = await (await transport).sendMail({
        from: config.mailFrom,
        to: { name: mail.toName, address: mail.to },
        subject,
        html,
        text,
        ...invitation(calendar?.()),
        messageId: `<${mail.id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...oneClick(unsubscribe) },
      });
      return { providerId: info.messageId, detail: info.response };
    },
    close: () => void transport.then((open) => open.close()),
  };
}

/**
 * A calendar part goes out twice, as other senders do it: as an alternative of type `text/calendar` that
 * names its method (RFC 6047, 2.4), which is where Gmail and Outlook look (Outlook only into the first part
 * of the mail: Microsoft's notes on that section, V0343), and as an attachment for programs that open files.
 */
function invitation(calendar: CalendarPart | undefined) {
  if (!calendar) return {};
  return { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.text } };
}

/** Name and address in `Callboard <callboard@example.org>`. */
export function senderOf(mailFrom: string): { name: string; address: string } {
  const [, name = '', address = mailFrom] = /^\s*"?(.*?)"?\s*<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  return { name: name || 'Callboard', address: address.trim() };
}

/** What lets a mail program show a button of its own (RFC 2369, RFC 8058). */
function oneClick(url: string | null | undefined): Record<string, string> {
  if (!url) return {};
  return {
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
