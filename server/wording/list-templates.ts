import { kindOf } from '../../contract/notifications/notification-kinds.ts';
import { listTemplates as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { type Letters, sampleOf } from './sample.ts';
import { findWorded } from './wording-store.ts';

/** Every template that has a sample, and in which languages the organisation has own words for it. */
export const listTemplates = (letters: Letters) =>
  query(route, async (view) => {
    const worded = await findWorded(view);
    return Object.keys(letters.samples).map((name) => ({
      name,
      kind: kindOf(name),
      title: sampleOf(letters, name, view).letter.subject,
      own_languages: worded.filter((one) => one.template === name).map((one) => one.language),
    }));
  });
