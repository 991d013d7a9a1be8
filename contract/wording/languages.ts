/**
 * Languages that an organisation can write letters in. The program's own texts are English; in
 * another language a letter is what the organisation wrote, or English where it wrote nothing.
 */
export const languages = {
  en: 'English',
  ar: 'العربية',
  de: 'Deutsch',
  es: 'Español',
  fil: 'Filipino',
  fr: 'Français',
  gu: 'ગુજરાતી',
  hi: 'हिन्दी',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
  ur: 'اردو',
} as const;
export type Language = keyof typeof languages;
