import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../contract/platform/route.ts';
import * as contract from '../contract/routes.ts';
import { modulesOf } from './modules.ts';
import { rewriteBy } from './platform/alias.ts';
import { openWorld, type World } from './testing/open-world.ts';
import { accessOf, openEar } from './testing/socket.ts';
import { nobodysId, validInput } from './testing/valid-input.ts';

/** docs/api-map.md, walked row by row: what it says of an endpoint of a source document is so. */
type Row = { document: string; method: string; theirs: string; ours: string };

const rows = readRows();
const routes: Route[] = Object.values(contract);
const modules = modulesOf();
const rewrite = rewriteBy(Object.assign({}, ...modules.map(({ aliases }) => aliases)));
const sockets: Record<string, string> = Object.assign({}, ...modules.map((one) => one.sockets));
/** What the server answers beside the routes of the contract. */
const besideContract = ['/api', '/api/docs', '/api/redoc', '/api/openapi.json', '/api/health'];

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

function readRows(): Row[] {
  const text = readFileSync(resolve(import.meta.dirname, '../docs/api-map.md'), 'utf8');
  let document = '';
  return text.split('\n').flatMap((line) => {
    document = /^## (\w+)/.exec(line)?.[1] ?? document;
    const [, method = '', theirs = '', ours = ''] =
      /^\| `([A-Z]+) (\S+)` \| (.+?) \|/.exec(line) ?? [];
    return method ? [{ document, method, theirs, ours: ours.replaceAll('`', '') }] : [];
  });
}

/** Crew's paths have no prefix of their own; a front end has our `/api` for its base. */
const addressOf = ({ theirs, method }: Row) =>
  theirs.startsWith('/api') || method === 'SOCKET' ? theirs : `/api${theirs}`;

/** A path with something in each place that the caller fills. */
function filled(path: string): string {
  const given: Record<string, string> = {
    year: '2026',
    month: '12',
    week: '50',
    date: '2026-12-01',
  };
  return path.replaceAll(/\{(\w+)\}/g, (_, name) => given[name] ?? nobodysId);
}

/** The route of the contract that answers a path as it is written, `{…}` being its parameters. */
function routeOf(method: string, path: string): Route | undefined {
  const segments = rewrite(path).replace(/\/$/, '').split('/');
  return routes.find((route) => {
    const own = `/api${route.path}`.split('/');
    const fits = own.every((part, i) =>
      part.startsWith(':') ? segments[i]?.startsWith('{') : part === segments[i],
    );
    return route.method === method && own.length === segments.length && fits;
  });
}

const byCall = (row: Row) => [`${row.document}: ${row.method} ${row.theirs}`, row] as const;
const isBuilt = ({ ours }: Row) => !/^(not built yet|none)/.test(ours);
const overHttp = rows.filter(({ method }) => method !== 'SOCKET');

test('it has every endpoint of the five documents, none twice', () => {
  const byDocument = Map.groupBy(rows, ({ document }) => document);
  const counts = [...byDocument].map(([document, { length }]) => [document, length]);
  expect(Object.fromEntries(counts)).toEqual({
    ...{ Rota: 30, Crew: 29, Duty: 11, Tasks: 60, Booking: 27 },
  });
  expect(
    new Set(rows.map(({ document, method, theirs }) => `${document} ${method} ${theirs}`)).size,
  ).toBe(rows.length);
});

describe('what is built answers as the route that the table names', () => {
  test.each(overHttp.filter(isBuilt).map(byCall))('%s', async (_, row) => {
    const [method = '', path = ''] = row.ours.split(' ');
    expect(method).toBe(row.method);
    const address = addressOf(row);
    const isBeside = besideContract.includes(path);
    const route = routeOf(row.method, address);
    expect(isBeside ? address : route && `/api${route.path}`).toBe(path);

    const answer = await send(method, filled(address), route);
    if (isBeside) expect(answer.status).toBeLessThan(400);
    else if (route?.access !== 'anyone') expect(answer.status).toBe(401);
    else expect(answer.status).not.toBe(405);
    // What ours says to the same, theirs says.
    const ours = await send(method, filled(path.replaceAll(/:(\w+)/g, '{$1}')), route);
    expect([answer.status, answer.body?.code]).toEqual([ours.status, ours.body?.code]);
  });

  function send(method: string, url: string, route: Route | undefined) {
    const body = route?.body && JSON.stringify(validInput(route.body));
    const headers = body ? { 'content-type': 'application/json' } : {};
    return world.anyone.send(method, url, { headers, redirect: 'manual', ...(body && { body }) });
  }
});

test.each(overHttp.filter((row) => !isBuilt(row)).map(byCall))(
  '%s is not there, and the table says why',
  async (_, row) => {
    expect(row.ours).toMatch(/^(not built yet: (crew|tasks|chat)|none)$/);
    expect(routeOf(row.method, addressOf(row))).toBeUndefined();
  },
);

describe('sockets', () => {
  const rowsOfSockets = rows.filter(({ method }) => method === 'SOCKET');
  test.each(rowsOfSockets.map(byCall))('%s', async (_, row) => {
    const path = row.theirs.replace(/\/$/, '');
    if (!isBuilt(row)) return expect(sockets[path.replaceAll(/\{(\w+)\}/g, ':$1')]).toBeUndefined();
    const token = await accessOf(world, 'ben');
    const ear = await openEar(
      world,
      undefined,
      {},
      world.origin,
      `${filled(row.theirs)}?token=${token}`,
    );
    await ear.hears(({ type }) => type === 'ready');
    const [, topic] = row.ours.split(' ');
    // Nobody's schedule is not there; that it was asked for is told with its topic.
    if (topic) await ear.hears((message) => message.topic === filled(topic));
  });
});
