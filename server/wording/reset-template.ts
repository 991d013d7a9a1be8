import { resetTemplate as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { presentTemplate } from './present-template.ts';
import { type Letters, sampleOf } from './sample.ts';
import { deleteWording, getWording } from './wording-store.ts';

/** An organisation says it in the usual words again. */
export const resetTemplate = (letters: Letters) =>
  action(route, async (tx, { params: { name }, query: { language = 'en' } }) => {
    sampleOf(letters, name, tx);
    const before = await getWording(tx, name, language);
    if (before) {
      await deleteWording(tx, name, language);
      const change = { template: name, language, before, after: null };
      await record(tx, 'wording.updated', tx.tenant.id, change);
    }
    return presentTemplate(tx, letters, name, language);
  });
