import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { docsValues, generatedBlocks } from './docs-values.ts';
import { type Findings, filesMatching, readSource, root } from './source-files.ts';
import { tellFindings } from './tell-findings.ts';

const restated = /<!-- (value|generated):([\w-]+) -->([\s\S]*?)<!-- \/\1 -->/g;
const link = /\]\((?![a-z]+:|#)([^)\s#]+)(?:#[^)]*)?\)/g;
const repositoryPath = /`((?:contract|server|web|scripts|e2e|bench|migrations|docs)\/[\w./-]+)`/g;

/** Links and paths in documents lead somewhere, and what they restate is what the code says. */
export function checkDocs(): Findings {
  const problems = filesMatching('*.md').flatMap((file) => {
    const text = readSource(file);
    const stale =
      refreshed(text) === text ? [] : [`${file}: run node scripts/check-docs.ts --write`];
    return [...deadEnds(file, text), ...unknownNames(file, text), ...stale];
  });
  return { problems };
}

function deadEnds(file: string, text: string): string[] {
  const links = [...text.matchAll(link)].map(([, to = '']) =>
    path.posix.join(path.posix.dirname(file), decodeURI(to)),
  );
  const paths = [...text.matchAll(repositoryPath)].map(([, to = '']) => to.replace(/\.$/, ''));
  return [...links, ...paths]
    .filter((to) => !existsSync(path.join(root, to)))
    .map((to) => `${file}: there is no ${to}`);
}

function unknownNames(file: string, text: string): string[] {
  const known = { value: docsValues(), generated: generatedBlocks() };
  return [...text.matchAll(restated)]
    .filter(([, kind, name = '']) => !(name in known[kind as keyof typeof known]))
    .map(([, kind, name]) => `${file}: nothing computes ${kind}:${name}`);
}

function refreshed(text: string): string {
  const values = docsValues();
  const blocks = generatedBlocks();
  return text.replaceAll(restated, (all, kind, name) => {
    const now = kind === 'value' ? values[name] : `\n${blocks[name]}\n`;
    return now === undefined ? all : `<!-- ${kind}:${name} -->${now}<!-- /${kind} -->`;
  });
}

if (import.meta.main && process.argv.includes('--write')) {
  for (const file of filesMatching('*.md')) {
    const text = readSource(file);
    if (refreshed(text) !== text) writeFileSync(path.join(root, file), refreshed(text));
  }
}

if (import.meta.main) await tellFindings(checkDocs());
