import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Findings, readSource, root } from './source-files.ts';
import { tellFindings } from './tell-findings.ts';

type LockEntry = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  license?: string;
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, LockEntry> };

/**
 * A lock file made from a registry that lacks the binaries for other systems forgets them, and
 * `npm ci` then refuses it wherever they exist. Also: every version in package.json is exact.
 */
export function checkLock(): Findings {
  const { dependencies, devDependencies } = JSON.parse(readSource('package.json'));
  const inexact = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))
    .map(([name, version]) => `package.json: ${name} ${version} is not an exact version`);
  const missing = [...missingFrom(readLock()).keys()].map(
    (name) => `package-lock.json lacks ${name}: run node scripts/check-lock.ts --write`,
  );
  return { problems: [...inexact, ...missing] };
}

export function readLock(): Lock {
  return JSON.parse(readSource('package-lock.json'));
}

/** Adds what is missing by name, version and system, without a checksum. */
function completeLock(): void {
  const lock = readLock();
  const missing = missingFrom(lock);
  const sorted = [...Object.entries(lock.packages), ...missing].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const text = JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2);
  if (missing.size > 0) writeFileSync(path.join(root, 'package-lock.json'), `${text}\n`);
  console.log(`${missing.size} packages added to package-lock.json.`);
}

function missingFrom({ packages }: Lock): Map<string, LockEntry> {
  const missing = new Map<string, LockEntry>();
  for (const [where, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const top = `node_modules/${name}`;
      if (packages[top] || packages[`${where}/${top}`]) continue;
      const flags = { ...(entry.dev && { dev: true }), optional: true };
      missing.set(top, { version, ...systemOf(name), ...flags });
    }
  }
  return missing;
}

/** These packages say in their names what they are for, as `binding-linux-x64-musl`. */
function systemOf(name: string): { cpu?: string[]; os?: string[]; libc?: string[] } {
  const parts = name.split(/[/-]/);
  const pick = (known: string[]) => parts.filter((part) => known.includes(part));
  const os = pick(['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']);
  const cpu = pick(['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']);
  const gnu = os.includes('linux') && parts.some((part) => part.startsWith('gnu'));
  const musl = parts.some((part) => part.startsWith('musl'));
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(os.length > 0 && { os }),
    ...(gnu && { libc: ['glibc'] }),
    ...(musl && { libc: ['musl'] }),
  };
}

if (import.meta.main && process.argv.includes('--write')) completeLock();

if (import.meta.main) await tellFindings(checkLock());
