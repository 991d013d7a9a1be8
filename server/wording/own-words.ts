import type { Templates } from '../platform/letter.ts';
import { variablesOf, worded } from './worded.ts';
import type { Wordings } from './wording-store.ts';

/** All templates, as an organisation words them: in the recipient's language, else in its own. */
export function ownWords(
  templates: Templates,
  wordings: Wordings,
  organisationId: string,
): Templates {
  const own = Object.entries(templates).map(([name, template]) => {
    const write: typeof template = (data, context) => {
      const letter = template(data, context);
      const wording = wordings(organisationId, name, context.language ?? null);
      return wording ? worded(letter, wording, variablesOf(letter, data, context)) : letter;
    };
    return [name, write] as const;
  });
  return Object.fromEntries(own);
}
