import type { App } from '../platform/app.ts';
import {
  type Letter,
  type LetterContext,
  renderLetter,
  shortLetter,
  type Templates,
} from '../platform/letter.ts';
import { mailToken } from '../platform/mail-token.ts';
import { contentDays } from './prunings.ts';

/** A message as its reader gets it. */
export type Written = { subject: string; html: string; text: string; short: string };

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
  },
  organisationName: string,
  tokens: 'shown' | 'hidden' = 'shown',
): Written {
  const template = templates[message.template];
  if (!template) throw new Error(`no template ${message.template}`);
  const context: LetterContext = {
    language: message.language,
    recipientName: message.full_name,
    organisationName,
    link: (path) => `${app.config.url}${path}`,
    token: (purpose, id) =>
      tokens === 'shown' ? mailToken(app.secrets, purpose, id) : 'hidden-from-others',
  };
  const letter: Letter = message.data.pruned ? noLongerKept : template(message.data, context);
  const short = shortLetter(letter, context);
  return { subject: letter.subject, ...renderLetter(letter, context), short };
}

// What it said was removed by prune.
const noLongerKept: Letter = {
  subject: 'No longer kept',
  opening: `What a message said is kept for ${contentDays} days.`,
};
