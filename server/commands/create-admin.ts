import { randomBytes } from 'node:crypto';
import { unsafeCreateAdmin } from '../identity/module.ts';
import { founding } from '../modules.ts';
import { type Config, ConfigError } from '../platform/config.ts';
import { secretFrom } from './passphrase.ts';
import { said, withProgram } from './with-database.ts';

/** As they come from the command line. */
export type Options = {
  email: string;
  firstName: string;
  lastName: string;
  organisation?: string;
  newOrganisation?: string;
  timeZone: string;
  role: string;
  passwordFile?: string;
};

/** Makes an owner or admin, in an organisation or a new one, without any e-mail. */
export async function runCreateAdmin(config: Config, options: Options): Promise<number> {
  const { email, firstName, lastName, newOrganisation: name, timeZone, role } = options;
  if (role !== 'owner' && role !== 'admin') {
    throw new ConfigError(`--role is "${role}"; use owner or admin.`);
  }
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new ConfigError(`"${email}" is no e-mail address.`);
  if (name !== undefined && role !== 'owner') {
    throw new ConfigError('Who makes an organisation is its owner.');
  }
  const made = options.passwordFile ? null : randomBytes(15).toString('base64url');
  const password = made ?? (await secretFrom(options.passwordFile as string));
  const organisation =
    name === undefined ? { slug: options.organisation ?? null } : { name, timeZone };
  const wish = { email, firstName, lastName, password, role, organisation } as const;
  const done = await withProgram(config, (app) => unsafeCreateAdmin(app, founding, wish));
  const known = done.hadAccount ? ' They log in with the password they have.' : '';
  const shown = made && !done.hadAccount ? `\nPassword: ${made}` : '';
  return said(
    `${firstName} ${lastName} (${email}) is ${role} of ${done.organisation}.${known}${shown}`,
  );
}
