import type { Letter, LetterContext } from '../platform/letter.ts';
import { fill, type Variables } from './fill.ts';

/** An organisation's own words for a template in one language; null: as usual. */
export type Wording = { subject: string | null; body: string | null; sms: string | null };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/**
 * What may stand in the words of a letter: who gets it, from whom, its facts by their labels, and
 * what else is kept with it as text.
 */
export function variablesOf(
  letter: Letter,
  data: Record<string, unknown>,
  context: LetterContext,
): Variables {
  const texts = Object.entries(data).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && isText(entry[1]) && entry[0] !== 'path',
  );
  const facts = (letter.facts ?? []).map(([label, value]) => [nameOf(label), value] as const);
  return {
    ...Object.fromEntries(texts),
    ...Object.fromEntries(facts.filter(([name]) => name !== '')),
    recipient: context.recipientName,
    organisation: context.organisationName,
  };
}

// Ids are nothing to read, and a sample leaves them empty.
function isText(value: string): boolean {
  return value !== '' && !uuid.test(value);
}

/** `In exchange for` → `in_exchange_for`; a label that is itself a value (a date) names nothing. */
function nameOf(label: string): string {
  return /^[A-Za-z ]+$/.test(label) ? label.toLowerCase().replaceAll(' ', '_') : '';
}

/**
 * A letter in an organisation's own words. Its facts and its button stay, so that nobody loses the
 * link; what is filled in stays plain text, and becomes HTML only where all letters do.
 */
export function worded(letter: Letter, wording: Wording | null, variables: Variables): Letter {
  if (!wording) return letter;
  const words = { ...letter };
  if (wording.subject) words.subject = fill(wording.subject, variables).replaceAll(/\s+/g, ' ');
  if (wording.sms) words.short = fill(wording.sms, variables);
  if (wording.body) {
    const [opening = '', ...paragraphs] = fill(wording.body, variables).split(/\n\s*\n/);
    Object.assign(words, { opening, paragraphs });
  }
  return words;
}
