import { readFileSync } from 'node:fs';

/** The files that a decision passes from button to socket, in the order of ARCHITECTURE.md's arrow. */
const arrow = readFileSync('ARCHITECTURE.md', 'utf8')
  .split('## One arrow')[1]
  ?.split('`node scripts/trace.ts`')[0]
  ?.matchAll(/`((?:web|contract|server|migrations)\/[^`]+\.(?:tsx?|sql))`/g);

let total = 0;
for (const [, file = ''] of arrow ?? []) {
  const lines = readFileSync(file, 'utf8').split('\n').length - 1;
  total += lines;
  console.log(`${String(lines).padStart(5)}  ${file}`);
}
console.log(`${String(total).padStart(5)}  lines from button to socket`);
