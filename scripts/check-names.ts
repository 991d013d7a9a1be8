import path from 'node:path';
import { type Findings, filesMatching, readSource, sourceFiles } from './source-files.ts';
import { tellFindings } from './tell-findings.ts';

const byKind = /^(utils?|helpers?|services?|controllers?|common|misc)$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
const toolWantsDefault = /\.config\.ts$/;

/** What may not stand in source, each with what to do instead; spelled so that it does not find itself. */
const banned: readonly (readonly [RegExp, string])[] = [
  [/\bTO[D]O\b|\bFIX[M]E\b/, 'do it, or make it an issue'],
  [/\bas a[n]y\b/, 'give it its type'],
  [/@ts-(ignor[e]|nocheck)/, 'give it its type'],
  [/\b(?:test|it|describe)\.onl[y]\(/, 'the others must run too'],
  [/\b(?:test|it|describe)\.ski[p]\(/, 'repair or delete it'],
];

/** File names, named exports, and words that may not stay. */
export function checkNames(): Findings {
  const problems = filesMatching('*').flatMap((file) => wrongName(file));
  for (const file of sourceFiles()) {
    for (const [index, line] of readSource(file).split('\n').entries()) {
      const at = `${file}:${index + 1}`;
      if (/^export default\b/.test(line) && !toolWantsDefault.test(file)) {
        problems.push(`${at}: export it by name`);
      }
      for (const [pattern, advice] of banned) {
        if (pattern.test(line)) problems.push(`${at}: ${line.trim()} (${advice})`);
      }
    }
  }
  return { problems };
}

function wrongName(file: string): string[] {
  const parts = file.split('/');
  const kind = parts.find((part) => byKind.test(path.parse(part).name));
  if (kind) return [`${file}: "${kind}" names a kind; name what it is about`];
  const isSource = /^(contract|server|web\/src|scripts|e2e|bench)\/.*\.(ts|tsx|mjs|css)$/.test(
    file,
  );
  return isSource && !parts.every((part) => kebab.test(part)) ? [`${file}: not kebab-case`] : [];
}

if (import.meta.main) await tellFindings(checkNames());
