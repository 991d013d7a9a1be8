import { type Findings, readSource, sourceFiles } from './source-files.ts';
import { tellFindings } from './tell-findings.ts';

const failsAbove = 300;
const warnsAbove = 200;
const testsFailAbove = 500;
const isTest = /\.test\.tsx?$|\/testing\/|\/fixtures\/|^e2e\//;
const isGenerated = /\.gen\.ts$/;

/** Files fit on few screens; functions are held to 60 lines by Biome. */
export function checkSizes(): Findings {
  const problems: string[] = [];
  const warnings: string[] = [];
  for (const file of sourceFiles()) {
    if (isGenerated.test(file)) continue;
    const lines = readSource(file).split('\n').length - 1;
    const most = isTest.test(file) ? testsFailAbove : failsAbove;
    if (lines > most) problems.push(`${file}: ${lines} lines, at most ${most}`);
    else if (lines > warnsAbove && most === failsAbove) warnings.push(`${file}: ${lines} lines`);
  }
  return { problems, warnings };
}

if (import.meta.main) await tellFindings(checkSizes());
