/** What a provider tells of one message of ours. */
export type Report = {
  organisationId: string;
  messageId: string;
  providerId: string;
  /** In the provider's words. */
  status: string;
  code: string | null;
  detail: string | null;
};

/** A text that someone sent to our number. */
export type Text = {
  channel: 'sms' | 'whatsapp';
  providerId: string;
  /** E.164. */
  from: string;
  body: string;
  media: { type: string; at: string }[];
};

/** All that a callback tells; `unread` says what of it could not be read. */
export type Told = { reports: Report[]; texts: Text[]; unread: string[] };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isId = (text: string) => uuid.test(text);
/** Text that PostgreSQL can store. */
export const storable = (text: string) => text.replaceAll('\0', '').toWellFormed();
