import { readLock } from './check-lock.ts';
import type { Findings } from './source-files.ts';
import { tellFindings } from './tell-findings.ts';

/** Licences that a program under AGPL-3.0 may be made of. */
const compatible = new Set([
  '0BSD',
  'AGPL-3.0-only',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'GPL-3.0-or-later',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  // A font, which is embedded in what is printed and links with nothing.
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Packages whose licence stands in a file of theirs and not in their package.json: read by a person. */
const readByPerson: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' };

/** The licence of everything that ships, from package-lock.json. */
export function checkLicences(): Findings {
  const problems = Object.entries(readLock().packages).flatMap(([name, entry]) => {
    if (name === '' || entry.dev) return [];
    // Entries that check-lock.ts added for other systems carry no licence; their siblings do.
    if (entry.license === undefined && entry.optional) return [];
    const licence = entry.license ?? readByPerson[name];
    return isCompatible(licence) ? [] : [`${name}: ${licence ?? 'no licence named'}`];
  });
  return { problems };
}

/** Reads SPDX expressions as they occur: `A`, `(A OR B)`, `A AND B`. */
function isCompatible(licence = ''): boolean {
  const bare = licence.replaceAll(/[()]/g, '');
  return bare
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => compatible.has(one.trim())));
}

if (import.meta.main) await tellFindings(checkLicences());
