import { isId, type Report, storable, type Text, type Told } from './told.ts';

type Status = {
  id: string;
  status: string;
  biz_opaque_callback_data?: string;
  errors?: { code?: number; title?: string; message?: string }[];
};
type Message = {
  id: string;
  from: string;
  type: string;
  text?: { body: string };
  button?: { text: string };
} & Record<string, { id?: string; caption?: string } | undefined>;

/** What a batch of Meta's tells. An entry that can't be read is left out, the others count. */
export function toldByWhatsApp(body: Buffer): Told {
  const told: Told = { reports: [], texts: [], unread: [] };
  const each = <T>(list: unknown, read: (one: T) => void) => {
    for (const one of Array.isArray(list) ? list : []) {
      try {
        read(one as T);
      } catch (error) {
        told.unread.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  each<{ changes: unknown }>(JSON.parse(body.toString()).entry, (entry) =>
    each<{ value: { statuses?: unknown; messages?: unknown } }>(entry.changes, ({ value }) => {
      each<Status>(value.statuses, (status) => told.reports.push(reportOf(status)));
      each<Message>(value.messages, (message) => told.texts.push(textOf(message)));
    }),
  );
  return told;
}

function reportOf(status: Status): Report {
  const [organisationId = '', messageId = ''] = status.biz_opaque_callback_data?.split(':') ?? [];
  if (!isId(organisationId) || !isId(messageId)) throw new Error('a status of no message of ours');
  const error = status.errors?.[0];
  return {
    ...{ organisationId, messageId, providerId: textIn(status.id), status: textIn(status.status) },
    code: error?.code === undefined ? null : String(error.code),
    detail: storable([error?.title, error?.message].filter(Boolean).join(': ')) || null,
  };
}

function textOf(message: Message): Text {
  const from = `+${textIn(message.from)}`;
  if (!/^\+[1-9]\d{4,14}$/.test(from)) throw new Error('a text of nobody');
  const attached = message[message.type];
  const body = message.text?.body ?? message.button?.text ?? attached?.caption ?? '';
  const media = attached?.id ? [{ type: storable(message.type), at: storable(attached.id) }] : [];
  return {
    ...{ channel: 'whatsapp', providerId: textIn(message.id), from, media },
    body: storable(String(body)),
  };
}

function textIn(value: unknown): string {
  if (typeof value === 'string' && value !== '') return storable(value);
  throw new Error('a field that should be text is none');
}
