import { queueMessage } from '../inbox/module.ts';
import { record } from '../platform/journal.ts';
import type { LetterContext, Templates } from '../platform/letter.ts';
import type { Tx } from '../platform/scope.ts';
import { findMentions } from './mention.ts';
import { findMentionable } from './people-store.ts';

/** A text in which people may be mentioned. */
export type Writing = {
  text: string;
  /** What stood there before: who was mentioned in it already is not told again. */
  before?: string;
  /** What the text is on, for a sentence: `a shift of Alex Morgan on …`. */
  about: string;
  /** The page to open. */
  path: string;
  /** The instant at which that begins: nobody is told of it later. */
  begins?: string;
};

/**
 * Tells whoever a text newly mentions, in the transaction that writes the text; `entry` is the journal
 * entry of that. Not the writer, and nobody who is deactivated. Returns whom.
 */
export async function tellMentioned(tx: Tx, entry: string, writing: Writing): Promise<string[]> {
  if (!writing.text.includes('@')) return [];
  const people = await findMentionable(tx);
  const before = new Set(findMentions(writing.before ?? '', people));
  const newly = findMentions(writing.text, people).filter(
    (id) => !before.has(id) && id !== tx.by?.personId,
  );
  const { text, about, path } = writing;
  const data = { by: tx.by?.fullName ?? 'Callboard', text: text.slice(0, 500), about, path };
  for (const person of people.filter(({ id }) => newly.includes(id))) {
    const mention = await record({ ...tx, causeId: entry }, 'person.mentioned', person.id, data);
    const recipient = { personId: person.id, email: person.email };
    await queueMessage(tx, mention, 'mentioned', [recipient], data, writing.begins ?? null);
  }
  return newly;
}

type LetterData = { by: string; text: string; about: string; path: string };

/** The letter to who was mentioned. */
export const mentionLetters = {
  mentioned: (data: Record<string, unknown>, { link }: LetterContext) => {
    const { by, text, about, path } = data as LetterData;
    return {
      subject: `${by} mentions you on ${about}`,
      opening: `${by} mentions you on ${about}.`,
      facts: [['Text', text] as const],
      button: { label: 'Open it', url: link(path) },
    };
  },
} satisfies Templates;

/** What a mention looks like, for showing it. */
export const mentionSamples = {
  mentioned: {
    by: 'Alex Morgan',
    text: 'Swapped with @Sam Rivera, please check.',
    about: 'Alex Morgan’s shift, Tue, 1 December 2026, 06:00–09:00',
    path: '/calendar/day/2026-12-01',
  } satisfies LetterData,
};
