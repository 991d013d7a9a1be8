import i18next, { type BackendModule, type FormatterModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolate } from './direction.ts';
import { writeDatesIn } from './format.ts';
import {
  firstLanguage,
  keepPicked,
  keepShown,
  type Language,
  languageFor,
  languageOf,
  languages,
} from './language.ts';

// What stands around every page is part of the first script in English, the rest is read when used.
const first = import.meta.glob<ResourceKey>('../locales/en/{app,ui,lib}.json', {
  eager: true,
  import: 'default',
});
const rest = import.meta.glob<ResourceKey>(
  ['../locales/*/*.json', '!../locales/en/{app,ui,lib}.json'],
  { import: 'default' },
);

const catalogues: BackendModule = {
  type: 'backend',
  init() {},
  read: async (language: string, namespace: string) =>
    (await rest[`../locales/${language}/${namespace}.json`]?.()) ?? {},
};

// A name or number of Latin letters inside an Arabic sentence keeps its own direction, and the
// sentence its order: what is filled in stands in isolates of Unicode.
const isolating: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format: (value, _format, language) => (language === 'ar' ? isolate(value) : value),
};

/** Reads the texts that the first page needs; English ones are there already. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', onLanguage);
  await i18next
    .use(catalogues)
    .use(isolating)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      supportedLngs: languages,
      // All catalogues have the same keys (`npm run check`), so there is nothing to fall back to.
      fallbackLng: false,
      // What the server says is English itself: there are English catalogues of none of the last three.
      ns: ['app', 'ui', 'lib', 'problems', 'sentences', 'live'],
      defaultNS: 'app',
      resources: { en: Object.fromEntries(namesOf(first)) },
      partialBundledLanguages: true,
      // React escapes.
      interpolation: { escapeValue: false, alwaysFormat: true },
    });
}

/** Speaks to someone who is known: in their language, else the organisation's. */
export async function speakTo(own: string | null, organisations: string | undefined) {
  const language = languageFor(own, organisations);
  await speak(language);
  // An organisation may write its dates in a language that the app does not speak.
  const foreign = !own && organisations && !languageOf(organisations);
  const regional = languageOf(organisations) === language;
  if (organisations && (foreign || regional)) writeDatesIn(organisations);
  else writeDatesIn(language);
}

/** Changes the language at once, and keeps it for this browser. */
export async function pickLanguage(language: Language): Promise<void> {
  keepPicked(language);
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

function onLanguage(tag: string): void {
  const language = languageOf(tag) ?? 'en';
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
  writeDatesIn(language);
  keepShown(language);
}

function namesOf(found: Record<string, ResourceKey>): [string, ResourceKey][] {
  return Object.entries(found).map(([path, texts]) => [
    /(\w+)\.json$/.exec(path)?.[1] ?? '',
    texts,
  ]);
}
