/** One import: a repository path, or a package name when `isPackage`. */
export type Import = { readonly from: string; readonly to: string; readonly isPackage: boolean };

/** Why an import goes against the arrow platform ← timeline ← modules ← modules.ts, if it does. */
export function whyForbidden({ from, to, isPackage }: Import): string | undefined {
  if (isPackage) return forbiddenPackage(from, to);
  if (isForTests(from)) return undefined;
  if (isForTests(to)) return 'what runs in production imports nothing made for tests';
  if (from.startsWith('contract/')) return unless(to, /^contract\//, 'only the contract');
  if (from.startsWith('web/')) return forbiddenInWeb(from, to);
  if (from.startsWith('server/')) return forbiddenInServer(from, to);
  return undefined;
}

/** server/modules.ts, cli.ts and what stands beside them, and the commands, put everything together. */
const assembly = /^server\/([^/]+\.ts$|commands\/)/;
const platformMayImport =
  /^(server\/platform\/|contract\/platform\/|contract\/events\.ts$|contract\/identity\/(permissions|systems)\.ts$)/;
const timelineMayImport = /^(server\/(timeline|platform)\/|contract\/)/;
const moduleMayImport = /^(server\/platform\/|server\/[^/]+\/module\.ts$|contract\/)/;

function forbiddenPackage(from: string, name: string): string | undefined {
  const isContract = from.startsWith('contract/') && !isForTests(from);
  if (isContract && !/^typebox($|\/)/.test(name)) return 'the contract uses only typebox';
  if (from.startsWith('web/src/') && name.startsWith('node:')) return 'a browser has no Node';
  return undefined;
}

function forbiddenInServer(from: string, to: string): string | undefined {
  if (assembly.test(from))
    return to.startsWith('web/') ? 'the server never imports web' : undefined;
  if (assembly.test(to)) return 'what puts modules together is imported by no module';
  if (from.startsWith('server/platform/')) {
    return unless(to, platformMayImport, 'the platform knows no domain word');
  }
  if (from.startsWith('server/timeline/')) {
    return unless(to, timelineMayImport, 'the timeline stands on the platform only');
  }
  const own = /^server\/[^/]+\//.exec(from)?.[0];
  if (own && to.startsWith(own)) return undefined;
  return unless(to, moduleMayImport, 'other modules only through their module.ts');
}

function forbiddenInWeb(from: string, to: string): string | undefined {
  if (!/^(web|contract)\//.test(to)) return 'web imports contract and web only';
  const feature = /^web\/src\/features\/[^/]+\//.exec(from)?.[0];
  if (feature && /^web\/src\/(features|app)\//.test(to) && !to.startsWith(feature)) {
    return 'a feature never imports another, nor the app around it';
  }
  const isBase = /^web\/src\/(lib|ui)\//.test(from);
  if (isBase && /^web\/src\/(features|app)\//.test(to)) return 'lib and ui are below the features';
  return undefined;
}

function unless(to: string, allowed: RegExp, why: string): string | undefined {
  return allowed.test(to) ? undefined : why;
}

function isForTests(file: string): boolean {
  return /\.test\.tsx?$|\/testing(\/|\.ts$)|^(e2e|bench)\//.test(file);
}
