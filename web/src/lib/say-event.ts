import i18next, { type ParseKeys } from 'i18next';
import type { LiveEvent } from '../../../contract/platform/socket.ts';

/** What happened, in the language of the page: in English the server's sentence, with its names. */
export function sayEvent({ type, message }: LiveEvent): string {
  const key = `live:${type}` as ParseKeys<['live']>;
  return i18next.language === 'en' || !i18next.exists(key) ? message : i18next.t(key);
}
