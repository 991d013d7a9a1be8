import { kindNamed, kindOf } from '../../contract/notifications/notification-kinds.ts';
import { unsubscribeUrl } from '../notifications/module.ts';
import type { App } from '../platform/app.ts';
import {
  type CalendarPart,
  type Letter,
  type LetterContext,
  renderLetter,
  shortLetter,
  type Templates,
} from '../platform/letter.ts';
import { mailToken } from '../platform/mail-token.ts';
import { senderOf } from '../platform/mail-transport.ts';
import { contentDays } from './prunings.ts';

/** A message as its reader gets it. */
export type Written = {
  subject: string;
  html: string;
  text: string;
  short: string;
  whatsApp?: Letter['whatsApp'];
  /** Where the recipient stops letters of this kind. */
  unsubscribe: string | null;
  /** What the recipient's own calendar is to make of it, if anything. */
  calendar: (() => CalendarPart) | null;
};

/**
 * Writes a message from its template and the data kept with it. `tokens`: `shown` to its recipient;
 * `hidden` from others, who could set someone's password with them.
 */
export function writeLetter(
  app: App,
  templates: Templates,
  message: {
    template: string;
    data: Record<string, unknown>;
    full_name: string;
    language: string | null;
    person_id: string;
  },
  organisation: { id: string; name: string },
  tokens: 'shown' | 'hidden' = 'shown',
): Written {
  const template = templates[message.template];
  if (!template) throw new Error(`no template ${message.template}`);
  const unsubscribe = unsubscribeOf(app, message, organisation.id, tokens);
  const context: LetterContext = {
    unsubscribe,
    language: message.language,
    recipientName: message.full_name,
    organisationName: organisation.name,
    sender: senderOf(app.config.mailFrom),
    link: (path) => `${app.config.url}${path}`,
    token: (purpose, id) =>
      tokens === 'shown' ? mailToken(app.secrets, purpose, id) : 'hidden-from-others',
  };
  const letter: Letter = message.data.pruned ? noLongerKept : template(message.data, context);
  const short = shortLetter(letter, context);
  const { subject, whatsApp, calendar = null } = letter;
  const written = { subject, ...renderLetter(letter, context), short, unsubscribe, calendar };
  return { ...written, ...(whatsApp && { whatsApp }) };
}

function unsubscribeOf(
  app: App,
  { template, person_id: personId }: { template: string; person_id: string },
  organisationId: string,
  tokens: 'shown' | 'hidden',
): string | null {
  const kind = kindOf(template);
  if (kindNamed(kind).fixed || tokens === 'hidden') return null;
  return unsubscribeUrl(app, { organisationId, personId, kind });
}

// What it said was removed by prune.
const noLongerKept: Letter = {
  subject: 'No longer kept',
  opening: `What a message said is kept for ${contentDays} days.`,
};
