import { kindOf } from '../../contract/notifications/notification-kinds.ts';
import type { Language } from '../../contract/wording/languages.ts';
import type { MessageTemplate } from '../../contract/wording/wording.ts';
import type { View } from '../platform/scope.ts';
import { type Letters, sampleOf, usualTexts } from './sample.ts';
import { getWording } from './wording-store.ts';

/** A template in one language as its editor sees it. */
export async function presentTemplate(
  view: View,
  letters: Letters,
  name: string,
  language: Language,
): Promise<MessageTemplate> {
  const sample = sampleOf(letters, name, view);
  const own = await getWording(view, name, language);
  return {
    name,
    kind: kindOf(name),
    language,
    usual: usualTexts(sample),
    own: own ?? { subject: null, body: null, sms: null },
    variables: Object.entries(sample.variables)
      .map(([variable, value]) => ({ name: variable, sample: value }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
