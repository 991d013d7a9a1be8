import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A phone number in E.164 (`+447700900123`), or null when it can't be one. It has to begin with the
 * country: `+44 7700 900123` or `0044 …`; whether anyone answers there, only the provider knows.
 */
export function asE164(text: string | null): string | null {
  if (!text) return null;
  const number = parsePhoneNumberFromString(text.trim().replace(/^00/, '+'));
  return number?.isPossible() ? number.number : null;
}
