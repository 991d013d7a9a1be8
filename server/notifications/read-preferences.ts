import { readPreferences as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { presentPreferences } from './present-preferences.ts';

/** On which channels someone is told of what, and when not. */
export const readPreferences = query(route, presentPreferences);
