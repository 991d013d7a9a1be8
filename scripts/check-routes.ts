import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Route } from '../contract/platform/route.ts';
import * as contract from '../contract/routes.ts';
import { type Findings, filesMatching, readSource, root } from './source-files.ts';
import { tellFindings } from './tell-findings.ts';

const snakeCase = /^[a-z0-9]+(_[a-z0-9]+)*$/;

/** Every route is declared, done and tested in files of its own name, and is unlike every other. */
export function checkRoutes(): Findings {
  const routes: Record<string, Route> = contract;
  const problems = Object.entries(routes).flatMap(([name, route]) => problemsOf(name, route));
  return { problems: [...problems, ...sameAddress(routes), ...notListed(routes)] };
}

/** `approveShift` → `approve-shift`. */
export function kebabOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function problemsOf(name: string, route: Route): string[] {
  const problems: string[] = [];
  if (route.name !== name) problems.push(`${name}: its name says ${route.name}`);
  const file = `${route.module}/${kebabOf(name)}`;
  const wanted = [`contract/${file}.ts`, `server/${file}.ts`, `server/${file}.test.ts`];
  for (const each of wanted) {
    if (!existsSync(path.join(root, each))) problems.push(`${name}: there is no ${each}`);
  }
  for (const code of Object.keys(route.refusals)) {
    if (!snakeCase.test(code)) problems.push(`${name}: the code ${code} is not snake_case`);
  }
  return problems;
}

function sameAddress(routes: Record<string, Route>): string[] {
  const byAddress = Map.groupBy(Object.values(routes), ({ method, path: address }) =>
    `${method} ${address}`.replaceAll(/:\w+/g, ':'),
  );
  return [...byAddress]
    .filter(([, same]) => same.length > 1)
    .map(([address, same]) => `${address}: ${same.map(({ name }) => name).join(' and ')}`);
}

function notListed(routes: Record<string, Route>): string[] {
  return filesMatching('*.ts')
    .filter((file) => file.startsWith('contract/'))
    .flatMap((file) =>
      [...readSource(file).matchAll(/^export const (\w+) = route\(/gm)].map(([, name = '']) =>
        name in routes ? [] : [`${file}: ${name} is not in contract/routes.ts`],
      ),
    )
    .flat();
}

if (import.meta.main) await tellFindings(checkRoutes());
