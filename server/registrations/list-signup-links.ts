import { listSignupLinks as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { read } from '../platform/app.ts';
import { unauthenticated } from '../platform/problem.ts';
import { presentLink } from './present-link.ts';
import { selectLinks } from './signup-link-store.ts';

/** The links that are not revoked, newest first. They say where people reach the program: hence no `query`. */
export const listSignupLinks = publicCall(route, async ({ app, caller, facts }) => {
  if (!caller) throw unauthenticated();
  return read(app, caller.tenant, async (scope) => {
    const rows = await selectLinks(scope)
      .where('link.revoked_at', 'is', null)
      .orderBy('link.made_at', 'desc')
      .orderBy('link.id', 'desc')
      .limit(200)
      .execute();
    return rows.map((row) => presentLink(scope, facts.url, row));
  });
});
