import type { Answer, Input, Route } from '../../../contract/platform/route.ts';
import { chosenOrganisation, forgetOrganisation } from './chosen-organisation.ts';
import { ProblemError, UnreachableError } from './problem.ts';
import { sendForm } from './send-form.ts';
import { accessToken, endSession, refreshSession } from './session.ts';

type Loose<T> = { [K in keyof T]: T[K] | undefined };
type Part<R extends Route, K extends 'params' | 'query' | 'body'> = undefined extends R[K]
  ? unknown
  : // biome-ignore lint/complexity/noBannedTypes: {} asks whether every field is optional
    {} extends Input<R>[K]
    ? { [P in K]?: Loose<Input<R>[K]> }
    : { [P in K]: Loose<Input<R>[K]> };

type Files<R extends Route> = R extends { multipart: { files: infer F } }
  ? { files?: { [Field in keyof F]?: readonly Blob[] } }
  : unknown;

/** What a call of `R` must be given: its parameters, query, body and files, where it has them. */
export type Given<R extends Route> = Part<R, 'params'> &
  Part<R, 'query'> &
  Part<R, 'body'> &
  Files<R>;

export type Sending = {
  signal?: AbortSignal | undefined;
  /** One per intention of the person, so that a repeated click does nothing twice. */
  idempotencyKey?: string | undefined;
  /** The version that the person saw, for things edited side by side. */
  version?: number | undefined;
  /** Told how much of what is sent has gone, 0 to 1: for files that take a while. */
  onProgress?: ((sent: number) => void) | undefined;
};

type Parts = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: Record<string, unknown>;
  files?: Record<string, readonly Blob[]>;
};

/** Calls a route of the contract; throws `ProblemError` when refused, `UnreachableError` when unheard. */
export async function call<const R extends Route>(
  route: R,
  given: Given<R>,
  sending: Sending = {},
): Promise<Answer<R>> {
  const response = await respond(route, given as Parts, sending);
  return (response.status === 204 ? undefined : await response.json()) as Answer<R>;
}

/** Calls a route that answers page by page; `next` is where the next page begins, if there is one. */
export async function callForPage<const R extends Route>(
  route: R,
  given: Given<R>,
  sending: Sending = {},
): Promise<{ items: Answer<R>; next: string | null }> {
  const response = await respond(route, given as Parts, sending);
  const link = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  const next = link ? new URL(link, location.origin).searchParams.get('cursor') : null;
  return { items: (await response.json()) as Answer<R>, next };
}

/** Calls a route that answers with a file or a page; `name` is what the file wants to be called. */
export async function callForContent<const R extends Route>(
  route: R,
  given: Given<R>,
  sending: Sending = {},
): Promise<{ blob: Blob; name: string }> {
  const response = await respond(route, given as Parts, sending);
  const disposition = response.headers.get('content-disposition') ?? '';
  const [, name = 'callboard'] = /filename="([^"]+)"/.exec(disposition) ?? [];
  return { blob: await response.blob(), name };
}

async function respond(route: Route, given: Parts, sending: Sending): Promise<Response> {
  const token = accessToken();
  let response = await send(route, given, sending, token);
  // A 401 of the log-in itself is an answer; of any other call it means that the token is spent.
  if (response.status === 401 && token && !asksForPassword(response)) {
    const renewed = accessToken() !== token || (await refreshSession());
    if (renewed) response = await send(route, given, sending, accessToken());
    if (response.status === 401 && !asksForPassword(response)) endSession('lost');
  }
  if (!response.ok) {
    const problem = new ProblemError(response.status, await response.json().catch(() => ({})));
    if (problem.code === 'not_a_member') goHome();
    throw problem;
  }
  return response;
}

// They no longer belong to the organisation that this tab is in.
function goHome(): void {
  forgetOrganisation();
  location.assign('/');
}

// The log-in holds; it was only too long ago for this (RFC 9470).
function asksForPassword(response: Response): boolean {
  const challenge = response.headers.get('www-authenticate') ?? '';
  return challenge.includes('insufficient_user_authentication');
}

async function send(route: Route, given: Parts, sending: Sending, token: string | undefined) {
  const headers = new Headers({ accept: route.media?.join() ?? 'application/json' });
  if (token) headers.set('authorization', `Bearer ${token}`);
  const organisation = chosenOrganisation();
  if (token && organisation) headers.set('x-organisation', organisation);
  // A form says itself what it is, with the boundary of its parts.
  const form = given.files ? formOf(given) : null;
  if (given.body && !form) headers.set('content-type', 'application/json');
  if (sending.idempotencyKey) headers.set('idempotency-key', `"${sending.idempotencyKey}"`);
  if (sending.version !== undefined) headers.set('if-match', `"${sending.version}"`);
  try {
    if (form && sending.onProgress) {
      return await sendForm(urlOf(route, given), headers, form, sending.onProgress);
    }
    return await fetch(urlOf(route, given), {
      method: route.method,
      headers,
      body: form ?? (given.body ? JSON.stringify(given.body) : null),
      signal: sending.signal ?? null,
    });
  } catch (error) {
    if (sending.signal?.aborted) throw error;
    throw new UnreachableError();
  }
}

/** Fields that are no text go as JSON, as the server reads them. */
function formOf({ body = {}, files = {} }: Parts): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(body)) {
    if (value !== undefined)
      form.append(field, typeof value === 'string' ? value : JSON.stringify(value));
  }
  for (const [field, blobs] of Object.entries(files)) {
    for (const blob of blobs) form.append(field, blob);
  }
  return form;
}

function urlOf(route: Route, { params = {}, query = {} }: Parts): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `/api${path}${search.size ? `?${search}` : ''}`;
}
