import type { Findings } from './source-files.ts';

/** Prints what a check found, when its script is run by itself; the process fails on problems. */
export async function tellFindings(findings: Findings | Promise<Findings>): Promise<void> {
  const { problems, warnings = [] } = await findings;
  for (const warning of warnings) console.log(`warning: ${warning}`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
