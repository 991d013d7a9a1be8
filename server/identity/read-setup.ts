import type { Answer } from '../../contract/platform/route.ts';
import { readSetup as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import type { App } from '../platform/app.ts';
import { unsafeIsEmpty } from './organisation-store.ts';

/** The log-ins of the demo, if it is loaded. */
export type DemoLogins = (app: App) => Promise<Answer<typeof route>['demo_logins']>;

/** What the first page needs to know before anyone is logged in. */
export const readSetup = (demoLogins: DemoLogins) =>
  publicCall(route, async ({ app }) => {
    const { local, openSignup } = app.config;
    const empty = await unsafeIsEmpty(app.systemPool);
    return {
      empty,
      needs_setup_token: empty && !local,
      signup_open: local || (!empty && openSignup),
      mailbox: local && app.mail.kind === 'mailbox',
      demo_logins: await demoLogins(app),
    };
  });
