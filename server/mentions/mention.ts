/** Someone who can be mentioned, by any of their names. */
export type Mentionable = {
  id: string;
  full_name: string;
  first_name: string;
  username: string | null;
};

/** More are not looked for in one text: nobody means to call so many. */
const mentionsMax = 20;

/**
 * Whom a text mentions: `@` and then a full name, a user name or a first name, whatever its case. The
 * longest name that fits counts; one that several people have means nobody. The `@` of an e-mail
 * address is none: it stands behind a letter. Each person once, in the order of the text.
 */
export function findMentions(text: string, people: readonly Mentionable[]): string[] {
  const folded = fold(text);
  const byName = namesOf(people);
  const longest = Math.max(0, ...[...byName.keys()].map((name) => name.length));
  const found = new Set<string>();
  for (const { index } of folded.matchAll(/(?<![\p{L}\p{M}\p{N}_.+-])@/gu)) {
    const person = meantAt(folded, index + 1, byName, longest);
    if (person) found.add(person);
    if (found.size === mentionsMax) break;
  }
  return [...found];
}

/** The shortest text that mentions this person and nobody else; null when their names are others' too. */
export function mentionOf(person: Mentionable, people: readonly Mentionable[]): string | null {
  const byName = namesOf(people);
  const names = [person.full_name, person.username ?? ''];
  const own = names.find((name) => name !== '' && byName.get(fold(name))?.size === 1);
  return own === undefined ? null : `@${own}`;
}

function meantAt(
  text: string,
  start: number,
  byName: ReadonlyMap<string, ReadonlySet<string>>,
  longest: number,
): string | undefined {
  for (let end = Math.min(text.length, start + longest); end > start; end -= 1) {
    const people = byName.get(text.slice(start, end));
    if (!people || goesOn(text, end)) continue;
    return people.size === 1 ? [...people][0] : undefined;
  }
  return undefined;
}

/** Whether a word goes on at `end`: `@Ben` is not in `@Benno`. */
function goesOn(text: string, end: number): boolean {
  return /^[\p{L}\p{M}\p{N}_]/u.test(text.slice(end, end + 2));
}

function namesOf(people: readonly Mentionable[]): Map<string, Set<string>> {
  const byName = new Map<string, Set<string>>();
  for (const { id, full_name, first_name, username } of people) {
    for (const name of [full_name, first_name, username]) {
      const folded = fold(name ?? '').trim();
      if (folded === '') continue;
      byName.set(folded, (byName.get(folded) ?? new Set()).add(id));
    }
  }
  return byName;
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFC').replaceAll(/\s+/gu, ' ');
}
