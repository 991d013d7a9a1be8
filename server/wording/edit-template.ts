import { editTemplate as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { invalid } from '../platform/problem.ts';
import { checkWords } from './check-words.ts';
import { presentTemplate } from './present-template.ts';
import { type Letters, sampleOf } from './sample.ts';
import { getWording, saveWording } from './wording-store.ts';

/** An organisation says something in its own words, from the next letter on. */
export const editTemplate = (letters: Letters) =>
  action(route, async (tx, { params: { name }, body: { language, ...given } }) => {
    const words = checkWords(given, sampleOf(letters, name, tx));
    if (Object.values(words).every((part) => part === null)) {
      throw invalid({ body: ['Word at least one part, or reset the template.'] });
    }
    const before = (await getWording(tx, name, language)) ?? null;
    await saveWording(tx, name, language, words);
    const change = { template: name, language, before, after: words };
    await record(tx, 'wording.updated', tx.tenant.id, change);
    return presentTemplate(tx, letters, name, language);
  });
