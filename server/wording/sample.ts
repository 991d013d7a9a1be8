import type { Letter, LetterContext, Templates } from '../platform/letter.ts';
import { notFound } from '../platform/problem.ts';
import type { View } from '../platform/scope.ts';
import { unfill, type Variables } from './fill.ts';
import { variablesOf } from './worded.ts';

/** Data for showing a letter before it was ever written, by template. */
export type Samples = Readonly<Record<string, Record<string, unknown>>>;

/** What modules write letters by, and samples of what they write them from. */
export type Letters = { templates: Templates; samples: Samples };

/** A template's letter as it would be with sample data. */
export type Sample = { letter: Letter; context: LetterContext; variables: Variables };

/** The sample letter of a template, to the one who asks; 404 when there is no such template. */
export function sampleOf({ templates, samples }: Letters, name: string, view: View): Sample {
  const data = Object.hasOwn(samples, name) ? samples[name] : undefined;
  const template = templates[name];
  if (!template || !data) throw notFound();
  const context: LetterContext = {
    recipientName: view.by.fullName,
    organisationName: view.tenant.name,
    sender: { name: 'Callboard', address: 'callboard@localhost' },
    link: (path) => `https://callboard.example${path}`,
    token: () => 'one-time-token',
  };
  const letter = template(data, context);
  return { letter, context, variables: variablesOf(letter, data, context) };
}

/** The usual texts, with the variables in the place of the sample's values. */
export function usualTexts({ letter, variables }: Sample) {
  const body = [letter.opening, ...(letter.paragraphs ?? [])].join('\n\n');
  return {
    subject: unfill(letter.subject, variables),
    body: unfill(body, variables),
    sms: unfill(letter.short ?? letter.subject, variables),
  };
}
