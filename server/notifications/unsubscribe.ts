import { unsubscribe as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { tenantById } from '../platform/tenant.ts';
import { findPreferences, saveChoice } from './preference-store.ts';
import { unsubscribePage } from './unsubscribe-page.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';

/** Whoever holds a mail stops its kind with one click, without a log-in; in the app it is still told. */
export const unsubscribe = publicCall(route, async ({ app, params, facts: { requestId } }) => {
  const of = readUnsubscribeToken(app.secrets, params.token);
  const tenant = await tenantById(app, of.organisationId);
  const choice = { kind: of.kind, channel: 'email' as const, chosen: false };
  await write(app, tenant, { requestId }, async (tx) => {
    const { chosen } = await findPreferences(tx, of.personId);
    const isOff = chosen.some(
      (one) => one.kind === of.kind && one.channel === 'email' && !one.chosen,
    );
    if (isOff) return;
    await saveChoice(tx, of.personId, choice);
    await record(tx, 'preferences.updated', of.personId, { ...choice, by_link: true });
  });
  const preferences = `${app.config.url}/notification-preferences`;
  return unsubscribePage({ organisationName: tenant.name, of, preferences, isDone: true });
});
