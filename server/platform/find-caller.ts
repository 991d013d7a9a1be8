import type { FastifyRequest } from 'fastify';
import { isOff, may } from '../../contract/identity/permissions.ts';
import { systemOf } from '../../contract/identity/systems.ts';
import type { Access, Route } from '../../contract/platform/route.ts';
import type { Caller, Known } from './action.ts';
import type { App } from './app.ts';
import { forbidden, systemOff, unauthenticated } from './problem.ts';

const freshForMs = 15 * 60_000;

/**
 * Who calls, and whether they may: 401 for a log-in that has ended or was long ago where that matters,
 * 403 for a permission they lack or a system that is off. Null only where anyone may call.
 */
export async function findCaller(app: App, route: Route, request: FastifyRequest): Promise<Caller> {
  const header = request.headers.authorization;
  const token = header?.startsWith('Bearer ') ? header.slice(7) : null;
  const home = token ? await app.authenticate(token) : null;
  if (header && !home)
    throw unauthenticated('This log-in has ended. Log in again.', 'token_invalid');
  const caller = home && (await whereWanted(app, route, home, request));
  if (route.access === 'anyone') return caller;
  if (!caller) throw unauthenticated();
  checkAccess(caller, route.access);
  if (caller.by.apiKey) checkForKeys(route);
  if (route.fresh) checkFresh(app, caller);
  return caller;
}

// A session is of one organisation; the header takes its person into another of theirs.
async function whereWanted(app: App, route: Route, home: Known, { headers }: FastifyRequest) {
  const wanted = headers['x-organisation']?.toString();
  if (wanted === undefined || route.ofSession) return home;
  if (wanted === home.tenant.slug || wanted === home.tenant.id) return home;
  const caller = await app.visit(home, wanted);
  if (caller) return caller;
  throw forbidden('You belong to no organisation of this name.', 'not_a_member');
}

function checkAccess({ by, tenant }: Known, access: Exclude<Access, 'anyone'>): void {
  if (access === 'account') return;
  if (access === 'operator') {
    if (!by.operator) throw forbidden('Only an operator of this instance may do this.');
    return;
  }
  if (!may(by, access)) throw forbidden();
  if (isOff(access, tenant.off ?? [])) throw systemOff(systemOf(access));
}

// What concerns the account itself a program can't do, whatever its key's scopes are.
function checkForKeys(route: Route): void {
  if (!route.fresh && (route.access !== 'account' || route.byKey)) return;
  throw forbidden('An API key can’t do this. Log in.', 'session_needed');
}

// RFC 9470: a log-in that was long ago is not enough; the person proves again who they are.
function checkFresh(app: App, { confirmedAtMs }: Known): void {
  const agoMs = app.clock.now().epochMilliseconds - confirmedAtMs;
  if (agoMs <= freshForMs) return;
  throw unauthenticated('Give your password again to do this.', 'confirm_password');
}
