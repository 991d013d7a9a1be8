import { readTemplate as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { presentTemplate } from './present-template.ts';
import type { Letters } from './sample.ts';

/** A template in one language, English unless said. */
export const readTemplate = (letters: Letters) =>
  query(route, (view, { params, query }) =>
    presentTemplate(view, letters, params.name, query.language ?? 'en'),
  );
