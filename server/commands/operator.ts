import { unsafeSetOperator } from '../identity/module.ts';
import type { Config } from '../platform/config.ts';
import { said, withProgram } from './with-database.ts';

/** Lets someone see the health of the instance and its organisations, or no longer. */
export async function runOperator(
  config: Config,
  { remove = false }: { remove?: boolean },
  email: string,
): Promise<number> {
  const changed = await withProgram(config, (app) => unsafeSetOperator(app, email, !remove));
  const is = remove ? 'is no operator' : 'is an operator';
  return said(`${email} ${is}${changed ? ' from now on' : ' already'}.`);
}
