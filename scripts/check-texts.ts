import { modulesOf } from '../server/modules.ts';
import { type Findings, filesMatching, readSource } from './source-files.ts';
import { tellFindings } from './tell-findings.ts';
import {
  baseOf,
  type Catalogue,
  compareCatalogues,
  openIn,
  readCatalogue,
} from './texts/catalogue.ts';
import { findKeys, type KeyUse } from './texts/find-keys.ts';
import { findLiterals } from './texts/find-literals.ts';
import { refusalCodes, serverSentences } from './texts/server-texts.ts';

const catalogueFile = /^web\/src\/locales\/(\w+)\/(\w+)\.json$/;

/** No text of the web app outside the catalogues; every language says the same; no key unused. */
export function checkTexts(): Findings {
  const all = filesMatching('*.{ts,tsx,json}').filter((file) => file.startsWith('web/src/'));
  const catalogues = new Map<string, Catalogue>();
  for (const file of all) {
    const [, language, namespace] = catalogueFile.exec(file) ?? [];
    if (language) catalogues.set(`${language}/${namespace}`, readCatalogue(readSource(file)));
  }
  const sources = all.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
  const uses = sources.flatMap((file) => findKeys(file, readSource(file)));
  return {
    problems: [
      ...sources.flatMap((file) => findLiterals(file, readSource(file))),
      ...compareAll(catalogues),
      ...unsaid(),
      ...unused(catalogues, uses),
      ...unfilled(catalogues, uses),
    ],
  };
}

function compareAll(catalogues: ReadonlyMap<string, Catalogue>): string[] {
  return [...catalogues].flatMap(([name, texts]) => {
    const [language = '', namespace = ''] = name.split('/');
    // The server says these in English itself.
    if (['problems', 'sentences', 'live'].includes(namespace)) return [];
    const english = catalogues.get(`en/${namespace}`) ?? new Map();
    const problems = compareCatalogues(language, texts, english);
    return problems.map((problem) => `web/src/locales/${name}.json: ${problem}`);
  });
}

/** What the server says and a language has no words for: refusals, sentences on fields, what happens live. */
function unsaid(): string[] {
  const wanted = {
    problems: [...refusalCodes()],
    sentences: [...serverSentences().keys()],
    live: modulesOf().flatMap(({ live = {} }) => Object.keys(live)),
  };
  return ['fil', 'ar'].flatMap((language) =>
    Object.entries(wanted).flatMap(([namespace, said]) => {
      const file = `web/src/locales/${language}/${namespace}.json`;
      const json = readSource(file);
      const texts =
        namespace === 'live' ? readCatalogue(json) : new Map(Object.entries(JSON.parse(json)));
      const missing = said.filter((one) => !texts.has(one));
      return missing.map((one) => `${file}: “${one}” is said by the server and missing here`);
    }),
  );
}

/** Keys that no source gives to `t()`, whole or put together from parts. */
export function unused(catalogues: ReadonlyMap<string, Catalogue>, uses: readonly KeyUse[]) {
  return english(catalogues).flatMap(([namespace, texts]) => {
    const here = uses.filter(({ namespaces }) => namespaces.includes(namespace));
    const whole = new Set(
      here.filter(({ parts }) => parts.length === 1).map(({ parts }) => parts[0]),
    );
    const patterns = here.filter(isPattern).map(({ parts }) => patternOf(parts));
    const isUsed = (key: string) =>
      whole.has(key) || whole.has(baseOf(key, texts)) || patterns.some((each) => each.test(key));
    const keys = [...texts.keys()].filter((key) => !isUsed(key));
    return keys.map((key) => `web/src/locales/en/${namespace}.json: “${key}” is used nowhere`);
  });
}

/** Calls that leave a placeholder open, and keys that are in no catalogue. */
export function unfilled(catalogues: ReadonlyMap<string, Catalogue>, uses: readonly KeyUse[]) {
  return uses.flatMap(({ at, namespaces, parts, filled }) => {
    const [key = ''] = parts;
    if (!filled || parts.length > 1) return [];
    const texts = namespaces
      .map((name) => catalogues.get(`en/${name}`) ?? catalogues.get(`fil/${name}`))
      .filter((text) => text);
    const text = texts.map((found) => found?.get(key) ?? found?.get(`${key}_other`)).find(Boolean);
    if (text === undefined) return [`${at}: no catalogue has “${key}”`];
    const open = [...openIn(text)].filter((name) => !filled.includes(name));
    return open.map((name) => `${at}: “${key}” is not given ${name}`);
  });
}

const english = (catalogues: ReadonlyMap<string, Catalogue>) =>
  [...catalogues]
    .filter(([name]) => name.startsWith('en/'))
    .map(([name, texts]) => [name.slice(3), texts] as const);

// A template that is nothing but placeholders would use everything.
const isPattern = ({ parts }: KeyUse) => parts.length > 1 && /[a-z][._]?$/i.test(parts[0] ?? '');

const patternOf = (parts: readonly string[]) =>
  new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.+')}$`);

if (import.meta.main) await tellFindings(checkTexts());
