import { invalid } from '../platform/problem.ts';
import { whyUnfit } from './fill.ts';
import type { Sample } from './sample.ts';
import type { Wording } from './worded.ts';

type Given = { [Part in keyof Wording]?: string | undefined };

/** Own words as they are stored; 400 naming the part in which a variable is not one of the letter's. */
export function checkWords(given: Given, { variables }: Sample): Wording {
  const { subject = null, body = null, sms = null } = given;
  const names = Object.keys(variables);
  const errors = Object.fromEntries(
    Object.entries({ subject, body, sms })
      .map(([part, text]) => [part, whyUnfit(text ?? '', names)] as const)
      .filter(([, sentences]) => sentences.length > 0),
  );
  if (Object.keys(errors).length > 0) throw invalid(errors);
  return { subject, body, sms };
}
