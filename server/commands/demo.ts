import { fillWithDemo } from '../demo/module.ts';
import { founding } from '../modules.ts';
import type { Config } from '../platform/config.ts';
import { said, withProgram } from './with-database.ts';

/** Fills an empty database with the demo. */
export async function runDemo(config: Config): Promise<number> {
  const filled = await withProgram(config, (app) => fillWithDemo(app, founding));
  if (filled) return said('The demo is loaded. Start Callboard and choose who you want to be.');
  console.error('There is an organisation already; the demo is for an empty database.');
  return 1;
}
