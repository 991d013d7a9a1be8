import { readInstance as route } from '../../contract/routes.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { publicCall } from '../platform/action.ts';
import { unsafeMeasure } from './instance-store.ts';

/** How the instance is, in counts. */
export const readInstance = publicCall(route, async ({ app }) => ({
  at: app.clock.now().toString(),
  version: packageJson.version,
  node_version: process.versions.node,
  ...(await unsafeMeasure(app.systemPool, app.clock.now())),
}));
