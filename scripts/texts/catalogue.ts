/** The texts of one language and namespace, by key; groups are joined with dots. */
export type Catalogue = ReadonlyMap<string, string>;

type Texts = { readonly [name: string]: string | Texts };

export function readCatalogue(json: string): Catalogue {
  return new Map(flatten(JSON.parse(json) as Texts, ''));
}

function flatten(texts: Texts, before: string): [string, string][] {
  return Object.entries(texts).flatMap(([name, text]): [string, string][] =>
    typeof text === 'string' ? [[before + name, text]] : flatten(text, `${before}${name}.`),
  );
}

const suffix = /_(zero|one|two|few|many|other)$/;

/** The key of a plural's form without the form; any other key as it is. */
export function baseOf(key: string, all: Catalogue): string {
  const base = key.replace(suffix, '');
  return all.has(`${base}_other`) ? base : key;
}

/** What a text leaves open: `name` for `{{name}}`, `<link>` for a part that a component draws. */
export function openIn(text: string): Set<string> {
  const names = [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name = '']) => name);
  const tags = [...text.matchAll(/<(\w+)\s*\/?>/g)].map(([, name = '']) => `<${name}>`);
  return new Set([...names, ...tags]);
}

/** What is wrong with a language's catalogue, held against the English one. */
export function compareCatalogues(
  language: string,
  texts: Catalogue,
  english: Catalogue,
): string[] {
  const wanted = new Set([...english.keys()].flatMap((key) => formsOf(key, english, language)));
  const missing = [...wanted].filter((key) => !texts.has(key)).map((key) => `“${key}” is missing`);
  const extra = [...texts.keys()].filter((key) => !wanted.has(key));
  return [
    ...missing,
    ...extra.map((key) => `“${key}” is not in English, or not a form of this language's plurals`),
    ...[...texts].flatMap(([key, text]) => wrongText(language, key, text, english)),
  ];
}

function formsOf(key: string, english: Catalogue, language: string): string[] {
  const base = baseOf(key, english);
  if (base === key) return [key];
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return pluralCategories.map((form) => `${base}_${form}`);
}

function wrongText(language: string, key: string, text: string, english: Catalogue): string[] {
  const problems: string[] = [];
  if (text === '' || text !== text.trim()) problems.push(`“${key}” is empty or has spaces around`);
  const open = openIn(text);
  const model = english.get(key) ?? english.get(`${key.replace(suffix, '')}_other`) ?? text;
  // A plural's form may say its number in a word, and of none there may be no more to say.
  const isPlural = suffix.test(key) && !english.has(key.replace(suffix, ''));
  const optional = (name: string) => isPlural && (name === 'count' || key.endsWith('_zero'));
  for (const name of openIn(model)) {
    if (!open.has(name) && !optional(name)) problems.push(`“${key}” leaves out ${name}`);
  }
  for (const name of open) {
    if (!openIn(model).has(name)) problems.push(`“${key}” has ${name}, English has not`);
  }
  if (language === 'ar' && /\p{L}/u.test(bare(text)) && !/\p{Script=Arabic}/u.test(text)) {
    problems.push(`“${key}” is not Arabic: “${text}”`);
  }
  return problems;
}

// Names and examples are the same everywhere.
const bare = (text: string) =>
  text.replaceAll(/\{\{[^}]*\}\}|<[^>]*>|Callboard|\S+@\S+|https?:\S+/g, '');
