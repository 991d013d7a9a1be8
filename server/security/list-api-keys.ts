import { listApiKeys as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { findApiKeys } from './api-key-store.ts';
import { presentApiKey } from './present-api-key.ts';

/** My API keys in this organisation. */
export const listApiKeys = query(route, async (view) =>
  (await findApiKeys(view, view.by.personId)).map(presentApiKey),
);
