import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const file = path.join(root, 'package-lock.json');

/**
 * Names the optional packages (binaries for other systems) that package-lock.json forgot because
 * the registry it was made from lacks them. `npm ci` refuses such a lock wherever they exist.
 */
export function missingFromLock(lock = JSON.parse(readFileSync(file, 'utf8'))) {
  const missing = new Map();
  for (const [where, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(lock.packages, where, name)) continue;
      const flags = { ...(entry.dev && { dev: true }), optional: true };
      missing.set(`node_modules/${name}`, { version, ...platformOf(name), ...flags });
    }
  }
  return missing;
}

/** Adds what is missing, by name, version and system, without a checksum. */
function completeLock() {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingFromLock(lock);
  const sorted = [...Object.entries(lock.packages), ...missing].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  lock.packages = Object.fromEntries(sorted);
  if (missing.size > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.size} packages added to package-lock.json.`);
}

function isLocked(packages, where, name) {
  const beside = `${where}/node_modules/${name}`;
  return packages[beside] !== undefined || packages[`node_modules/${name}`] !== undefined;
}

function platformOf(name) {
  const parts = name.split(/[/-]/);
  const pick = (known) => parts.filter((part) => known.includes(part));
  const os = pick(['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']);
  const cpu = pick(['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']);
  const libc = parts.some((part) => part.startsWith('musl')) ? ['musl'] : [];
  const gnu = os.includes('linux') && parts.some((part) => part.startsWith('gnu')) ? ['glibc'] : [];
  const fields = { cpu, os, libc: [...libc, ...gnu] };
  return Object.fromEntries(Object.entries(fields).filter(([, values]) => values.length > 0));
}

if (process.argv[1] === import.meta.filename) completeLock();
