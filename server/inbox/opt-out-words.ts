/** What someone wants who texts a word of the carriers' (CTIA, Messaging Principles, 5.1.3). */
export type OptOutWord = 'STOP' | 'START' | 'HELP';

const words: Record<string, OptOutWord> = {
  ...asAll('STOP', ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPTOUT', 'REVOKE']),
  ...asAll('START', ['START', 'UNSTOP']),
  ...asAll('HELP', ['HELP', 'INFO']),
};

function asAll(means: OptOutWord, all: string[]): Record<string, OptOutWord> {
  return Object.fromEntries(all.map((word) => [word, means]));
}

/**
 * The word in a text that is nothing but this word, whatever its case and punctuation. YES is none: it
 * answers a question.
 */
export function optOutWord(body: string): OptOutWord | null {
  const word = body
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{Cf}]+/gu, '')
    .toUpperCase();
  return words[word] ?? null;
}
