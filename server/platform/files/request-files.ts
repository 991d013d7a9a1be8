import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from '../../../contract/platform/route.ts';
import type { App } from '../app.ts';
import { admitForm, bringsForm, receiveForm } from './receive-form.ts';
import type { ReceivedFiles, Uploads } from './uploads.ts';

/** Whether a request to `route` brings a form; 415 when it brings what the route does not take. */
function isForm(route: Route, request: FastifyRequest): boolean {
  return route.multipart !== undefined && bringsForm(route.multipart, request);
}

/** Lets a form in, or not, before any of it is read. */
export async function admitFiles(app: App, route: Route, request: FastifyRequest): Promise<void> {
  if (isForm(route, request)) await admitForm(app, route, request);
}

/** Reads a form, if there is one: its fields become the body, its files wait on this machine. */
export async function receiveFiles(
  app: App,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (!isForm(route, request)) return;
  const { body, uploads } = await receiveForm(app, route, request);
  request.body = body;
  request.uploads = uploads;
  // Whoever sent it has gone before it was looked at.
  reply.raw.once('close', () => {
    discardFiles(request).catch((err) => app.log.error({ err }, 'uploads'));
  });
}

/** Removes what no work was begun with: the request was refused for something else. */
export async function discardFiles(request: FastifyRequest): Promise<void> {
  const { uploads } = request;
  request.uploads = null;
  await uploads?.discard();
}

/** The files of a request, once it is known whose they are; the body loses their names. */
export type TakeFiles = (organisationId: string) => Promise<ReceivedFiles>;

/** Does the work of a request with its files; what was not saved by then is removed. */
export async function withFiles<T>(
  route: Route,
  request: FastifyRequest,
  work: (take: TakeFiles, digest: unknown) => Promise<T>,
): Promise<T> {
  const { uploads } = request;
  const fields = Object.keys(route.multipart?.files ?? {});
  if (!uploads)
    return work(async () => Object.fromEntries(fields.map((field) => [field, []])), null);
  request.uploads = null;
  const body = request.body as Record<string, unknown>;
  request.body = Object.fromEntries(
    Object.entries(body).filter(([field]) => !fields.includes(field)),
  );
  try {
    return await work((organisationId) => uploads.store(organisationId), uploads.digest);
  } finally {
    await uploads.discard();
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    uploads: Uploads | null;
  }
}
