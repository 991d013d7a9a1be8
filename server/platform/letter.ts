import { shortText } from './channels/short-text.ts';

/** What a message says, before it becomes HTML and text. All strings are plain text. */
export type Letter = {
  subject: string;
  /** One sentence: what happened. */
  opening: string;
  /** Label and value, in order: who, date, time, hours … */
  facts?: readonly (readonly [label: string, value: string])[];
  paragraphs?: readonly string[];
  button?: { label: string; url: string };
  /** Writes what the recipient's own calendar is to make of it; called where a mail goes out. */
  calendar?: () => CalendarPart;
  /** What a text message says instead of the subject; the button's link follows it. */
  short?: string;
  /** What WhatsApp is given instead of text: an approved template of its own, with its parameters in order. */
  whatsApp?: { template: string; parameters: readonly string[] } | undefined;
};

/**
 * An iTIP message (RFC 5546) that goes with a mail: an entry of the recipient's calendar is put there,
 * changed (`REQUEST`) or taken out (`CANCEL`). `text` is an iCalendar file of the same METHOD.
 */
export type CalendarPart = { method: 'REQUEST' | 'CANCEL'; text: string };

/** What a template may use beside its data. */
export type LetterContext = {
  /** What the recipient reads (BCP 47), if they said so. */
  language?: string | null;
  recipientName: string;
  organisationName: string;
  /** Whom mails come from; whoever answers an invitation answers there. */
  sender: { name: string; address: string };
  /** An absolute link into the web app. */
  link(path: string): string;
  /** Where the recipient stops letters of this kind; none where they can't be stopped. */
  unsubscribe?: string | null;
  /** The one-time token of a `one_time_token` row, for links; nothing stored can make it. */
  token(purpose: string, id: string): string;
};

/** Writes the letter of one kind from the data kept with the message. */
export type Template = (data: Record<string, unknown>, context: LetterContext) => Letter;
export type Templates = Readonly<Record<string, Template>>;

/** A letter as HTML and text, both complete. */
export function renderLetter(
  letter: Letter,
  context: LetterContext,
): { html: string; text: string } {
  return { html: htmlOf(letter, context), text: textOf(letter, context) };
}

/** A letter as a text message: from whom, what happened, where to go. */
export function shortLetter(letter: Letter, { organisationName }: LetterContext): string {
  const link = letter.button ? `\n${letter.button.url}` : '';
  return shortText(`${organisationName}: ${letter.short ?? letter.subject}${link}`);
}

function textOf(
  letter: Letter,
  { recipientName, organisationName, unsubscribe }: LetterContext,
): string {
  const facts = (letter.facts ?? []).map(([label, value]) => `${label}: ${value}`);
  const blocks = [
    `Hello ${recipientName},`,
    letter.opening,
    facts.join('\n'),
    ...(letter.paragraphs ?? []),
    letter.button ? `${letter.button.label}:\n${letter.button.url}` : '',
    `${organisationName} · sent by Callboard`,
    unsubscribe ? `Stop these mails:\n${unsubscribe}` : '',
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function htmlOf(
  letter: Letter,
  { recipientName, organisationName, unsubscribe }: LetterContext,
): string {
  const stop = unsubscribe
    ? ` · <a href="${asHtml(unsubscribe)}" style="color:#5b6470">Stop these mails</a>`
    : '';
  const rows = (letter.facts ?? []).map(
    ([label, value]) =>
      `<tr><th align="left" style="padding:4px 16px 4px 0;color:#5b6470;font-weight:500">${asHtml(label)}</th><td style="padding:4px 0">${asHtml(value)}</td></tr>`,
  );
  const blocks = [
    `<p>Hello ${asHtml(recipientName)},</p>`,
    `<p>${asHtml(letter.opening)}</p>`,
    rows.length > 0
      ? `<table role="presentation" style="border-collapse:collapse">${rows.join('')}</table>`
      : '',
    ...(letter.paragraphs ?? []).map((paragraph) => `<p>${asHtml(paragraph)}</p>`),
    letter.button
      ? `<p style="margin:24px 0"><a href="${asHtml(letter.button.url)}" style="background:#3a4fd0;color:#fff;padding:12px 20px;border-radius:8px;text-decoration:none;display:inline-block">${asHtml(letter.button.label)}</a></p>`
      : '',
    `<p style="color:#5b6470;font-size:13px">${asHtml(organisationName)} · sent by Callboard${stop}</p>`,
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${asHtml(letter.subject)}</title></head><body style="margin:0;padding:24px;background:#f6f7f9;color:#161a1f;font:16px/1.5 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto;background:#fff;padding:24px 28px;border-radius:12px">${blocks.join('')}</div></body></html>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for use in HTML, in attributes as well. */
export function asHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
