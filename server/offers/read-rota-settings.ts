import { readRotaSettings as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { getSettings } from './settings-store.ts';

/** What the organisation decided about its rota. */
export const readRotaSettings = query(route, getSettings);
