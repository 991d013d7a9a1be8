import { showWeekday } from '../../lib/format.ts';
import { ownName } from '../../lib/language.ts';

/** Days of the week as the contract counts them, for a field. */
export const weekdayNames = () =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: showWeekday(day) }));

const locales = [
  ...([
    'en',
    'en-US',
    'ar',
    'da',
    'de',
    'es',
    'fi',
    'fil',
    'fr',
    'he',
    'hi',
    'id',
    'it',
    'ja',
  ] as const),
  ...(['ko', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ru', 'sv', 'sw', 'tr', 'uk', 'ur', 'zh'] as const),
];

/** Languages to write dates in, by their own names; `current` is among them whatever it is. */
export function localeNames(current: string): { value: string; label: string }[] {
  return Array.from(new Set([current, ...locales]), (locale) => ({
    value: locale,
    label: ownName(locale),
  })).toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
}
