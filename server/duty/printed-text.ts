/** A piece of text for paper that one font writes, from left to right. */
export type Run = { text: string; font?: 'Arabic' };

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]+/;
const letter = /\p{L}/u;
// Between words that are not broken: pdfmake would break lines in the order of the paper.
const space = '\u00a0';

/**
 * Text as it stands on paper, left to right: pdfmake sets words in the order in which they come, so those
 * of Arabic and Hebrew are put in the order of the eye (UAX 9, by whole words). Each is shaped by its font.
 */
export function printedText(text: string): Run[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (!rightToLeft.test(text)) return [{ text }];
  const startsRight =
    directionOf(words.find((word) => directionOf(word) !== null) ?? '') === 'right';
  const placed = startsRight
    ? reverseGroups(words, 'left').reverse()
    : reverseGroups(words, 'right');
  return placed.flatMap((word, i) => [...(i > 0 ? [{ text: space }] : []), ...runsOf(word)]);
}

function directionOf(word: string): 'left' | 'right' | null {
  if (rightToLeft.test(word.replaceAll(new RegExp(arabicDigits, 'g'), ''))) return 'right';
  return letter.test(word) ? 'left' : null;
}

/** Turns around each stretch of words that begins and ends with one of this direction. */
function reverseGroups(words: readonly string[], direction: 'left' | 'right'): string[] {
  const placed: string[] = [];
  for (let i = 0; i < words.length; ) {
    let end = i;
    for (let j = i; j < words.length; j += 1) {
      const one = directionOf(words[j] as string);
      if (one === direction) end = j + 1;
      else if (one !== null) break;
    }
    const group = directionOf(words[i] as string) === direction ? words.slice(i, end) : [];
    placed.push(...(group.length > 0 ? group.toReversed() : [words[i] as string]));
    i += Math.max(1, group.length);
  }
  return placed;
}

const mirrored: Readonly<Record<string, string>> = {
  ...{ '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«', '<': '>', '>': '<' },
};

// The letters of a word as one run, so that they join; digits and signs beside it on their side.
function runsOf(word: string): Run[] {
  const parts = word.match(
    /[\u0660-\u0669\u06f0-\u06f9]+|[\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+|[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+/g,
  );
  const runs = (parts ?? []).map((part): Run => {
    // The font turns what it takes for Arabic around, and digits are read the other way.
    if (arabicDigits.test(part)) return { text: [...part].reverse().join(''), font: 'Arabic' };
    return rightToLeft.test(part) ? { text: part, font: 'Arabic' } : { text: part };
  });
  if (directionOf(word) !== 'right') return runs;
  return runs
    .map((run) =>
      run.font ? run : { text: run.text.replaceAll(/[()[\]«»<>]/g, (one) => mirrored[one] ?? one) },
    )
    .reverse();
}
