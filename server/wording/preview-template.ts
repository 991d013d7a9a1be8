import { previewTemplate as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { renderLetter, shortLetter } from '../platform/letter.ts';
import { checkWords } from './check-words.ts';
import { type Letters, sampleOf } from './sample.ts';
import { worded } from './worded.ts';

/** What a letter would say in these words, made from sample data as a real one is. */
export const previewTemplate = (letters: Letters) =>
  query(route, async (view, { params, body: { language: _, ...given } }) => {
    const sample = sampleOf(letters, params.name, view);
    const letter = worded(sample.letter, checkWords(given, sample), sample.variables);
    const { html, text } = renderLetter(letter, sample.context);
    return { subject: letter.subject, html, text, sms: shortLetter(letter, sample.context) };
  });
