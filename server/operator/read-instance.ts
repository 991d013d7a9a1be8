import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readInstance as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { unsafeMeasure } from './instance-store.ts';

const packageFile = resolve(import.meta.dirname, '../../package.json');
const { version }: { version: string } = JSON.parse(readFileSync(packageFile, 'utf8'));

/** How the instance is, in counts. */
export const readInstance = publicCall(route, async ({ app }) => ({
  at: app.clock.now().toString(),
  version,
  node_version: process.versions.node,
  ...(await unsafeMeasure(app.systemPool, app.clock.now())),
}));
