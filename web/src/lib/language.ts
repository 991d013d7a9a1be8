/** The languages that the web app speaks, by their own names. */
export const languageNames = { en: 'English', fil: 'Filipino', ar: 'العربية' } as const;
export type Language = keyof typeof languageNames;
export const languages = Object.keys(languageNames) as Language[];

const memory = { picked: 'callboard-language', shown: 'callboard-language-shown' };

/** Which of the app's languages a BCP 47 tag means, if one: `en-GB` is English, `tl` Filipino. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const spoken = tag?.split('-')[0]?.toLowerCase().replace(/^tl$/, 'fil');
  return languages.find((language) => language === spoken);
}

/** The language before anyone is known: picked or last shown in this browser, else the browser's. */
export function firstLanguage(): Language {
  const kept = languageOf(recall(memory.picked)) ?? languageOf(recall(memory.shown));
  return kept ?? browsersLanguage();
}

/** The language of someone's pages: their own, what was picked at the door, the organisation's. */
export function languageFor(own: string | null, organisations: string | undefined): Language {
  return (
    languageOf(own) ??
    languageOf(recall(memory.picked)) ??
    languageOf(organisations) ??
    browsersLanguage()
  );
}

/** Keeps the language that was picked in this browser; null forgets it. */
export function keepPicked(language: Language | null): void {
  keep(memory.picked, language);
}

/** Keeps the language that is shown, so that the next load begins in it. */
export function keepShown(language: Language): void {
  keep(memory.shown, language);
}

function browsersLanguage(): Language {
  return navigator.languages.map(languageOf).find((language) => language !== undefined) ?? 'en';
}

function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, language: Language | null): void {
  try {
    if (language) localStorage.setItem(name, language);
    else localStorage.removeItem(name);
  } catch {
    // Where nothing can be kept, the next load begins in the browser's language.
  }
}

/** What a language is called by those who speak it, as the first word of a line. */
export function ownName(tag: string): string {
  const own = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return own.charAt(0).toLocaleUpperCase(tag) + own.slice(1);
}
