import { readUnlockRequest as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { presentRequest } from './present-request.ts';
import { getRequest } from './request-store.ts';

/** One request for an unlock. */
export const readUnlockRequest = query(route, async (view, { params }) =>
  presentRequest(view, found(await getRequest(view, params.id))),
);
