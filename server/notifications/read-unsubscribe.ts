import { readUnsubscribe as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { tenantById } from '../platform/tenant.ts';
import { unsubscribePage } from './unsubscribe-page.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';

/** Asks whether mail of a kind is to stop. Mail scanners open every link, so it changes nothing. */
export const readUnsubscribe = publicCall(route, async ({ app, params }) => {
  const of = readUnsubscribeToken(app.secrets, params.token);
  const { name: organisationName } = await tenantById(app, of.organisationId);
  const preferences = `${app.config.url}/notification-preferences`;
  return unsubscribePage({ organisationName, of, preferences, isDone: false });
});
