import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Import, whyForbidden } from './import-rules.ts';
import { type Findings, readSource, root, sourceFiles } from './source-files.ts';
import { tellFindings } from './tell-findings.ts';

// Biome puts every import at the start of a line and in single quotes, so no parser is needed
// (dependency-cruiser does not read TypeScript 7).
const statement = /^(?:import|export)\s+(?:(type\s)?[\w*{][^'"`;]*?\sfrom\s+)?'([^']+)'/gm;
const dynamic = /\bimport\('([^']+)'\)/g;

type Found = Import & { readonly isTypeOnly: boolean };

/** Import direction, imports of what is not there, and circles. */
export function checkImports(): Findings {
  const imports = sourceFiles().flatMap((file) => importsIn(file, readSource(file)));
  const problems = imports.flatMap((found) => {
    const why = whyForbidden(found) ?? (isThere(found) ? undefined : 'there is no such file');
    return why ? [`${found.from} → ${found.to}: ${why}`] : [];
  });
  return { problems: [...problems, ...circlesIn(imports)] };
}

/** The imports that a file's text makes, relative ones as repository paths. */
export function importsIn(from: string, text: string): Found[] {
  const found = [...text.matchAll(statement)].map(([, type, to = '']) => ({
    to,
    isTypeOnly: type !== undefined,
  }));
  for (const [, to = ''] of text.matchAll(dynamic)) found.push({ to, isTypeOnly: true });
  return found.map(({ to, isTypeOnly }) => {
    const isPackage = !to.startsWith('.');
    const target = isPackage ? to : path.posix.join(path.posix.dirname(from), to);
    return { from, to: target.replace(/\?.*$/, ''), isPackage, isTypeOnly };
  });
}

/** Circles among imports that exist at run time, each told once. */
export function circlesIn(imports: readonly Found[]): string[] {
  const next = Map.groupBy(
    imports.filter(({ isPackage, isTypeOnly }) => !isPackage && !isTypeOnly),
    ({ from }) => from,
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: string[]) => {
    if (trail.includes(file)) {
      circles.push(`circle: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const { to } of next.get(file) ?? []) visit(to, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return circles;
}

function isThere({ to, isPackage }: Import): boolean {
  return isPackage || existsSync(path.join(root, to));
}

if (import.meta.main) await tellFindings(checkImports());
