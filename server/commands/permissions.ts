import { permissions, permissionsOf, roles } from '../../contract/identity/permissions.ts';
import { said } from './with-database.ts';

/** Prints the one permission table: who may do what. */
export async function runPermissions(): Promise<number> {
  const names = Object.keys(permissions) as (keyof typeof permissions)[];
  const width = Math.max(...names.map((name) => name.length));
  const rows = names.map((name) => {
    const marks = roles.map((role) =>
      (permissionsOf(role).has(name) ? 'yes' : '-').padEnd(role.length),
    );
    return `${name.padEnd(width)}  ${marks.join('  ')}`;
  });
  return said([`${''.padEnd(width)}  ${roles.join('  ')}`, ...rows].join('\n'));
}
