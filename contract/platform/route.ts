import type { Static, TObject, TSchema } from 'typebox';
import type { Permission } from '../identity/permissions.ts';

/**
 * Who may call a route at all: `anyone` without a log-in, `account` with one, an `operator` of the instance,
 * or whoever's role holds the named permission (see `identity/permissions.ts`).
 */
export type Access = 'anyone' | 'account' | 'operator' | Permission;

/** What an uploaded file must be, judged by its content. */
export type FileKind = 'audio' | 'image' | 'document';

/** A field of a form that takes files. */
export type FileField = {
  readonly kinds: readonly FileKind[];
  /** Of one file. */
  readonly bytesMax: number;
  /** How many files the field takes. */
  readonly most: number;
  /** At least one must come. */
  readonly required?: true;
};

/** A call that takes files: its fields and files come as `multipart/form-data`. */
export type Multipart = {
  readonly files: Readonly<Record<string, FileField>>;
  /** Without files the fields may come as JSON, too. */
  readonly orJson?: true;
};

/** One call of the HTTP API. Server, web app, tests and OpenAPI all read this one value. */
export type Route = {
  readonly name: string;
  readonly module: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api`, parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: TObject;
  readonly query?: TObject;
  /** The fields; of a form, those that are no text come as JSON. */
  readonly body?: TObject;
  /** Files come along; streamed, judged and stored before the action runs. */
  readonly multipart?: Multipart;
  /** The largest body, when it may be more than the usual 256 kB. */
  readonly bodyBytesMax?: number;
  /** Status of the success answer. */
  readonly status: 200 | 201 | 204;
  readonly answer: TSchema;
  /** The body comes as bytes, unparsed, at most so many: whoever signs it signs these. */
  readonly raw?: { readonly bytesMax: number };
  /** Content types of an answer that is no JSON. */
  readonly media?: readonly string[];
  /** So many bytes go out that a slow line takes minutes for them. */
  readonly slow?: true;
  /** The session must have proved who it is within 15 minutes (log-in, or the password again). */
  readonly fresh?: true;
  /** Concerns the log-in itself: it runs where the session began, whatever `X-Organisation` says. */
  readonly ofSession?: true;
  /** Open to API keys although it needs no permission; else such calls are for sessions only. */
  readonly byKey?: true;
  /** The answer holds a secret: it is not kept for repeats with the same `Idempotency-Key`. */
  readonly secret?: true;
  /** Codes of the refusals this call can give beside 400, 401 and 404, each with its sentence. */
  readonly refusals: Readonly<Record<string, string>>;
};

/** Declares a route; the types of its parts are kept for `action()`, `query()` and the web client. */
export function route<const R extends Route>(declared: R): R {
  return declared;
}

type Part<R extends Route, K extends 'params' | 'query' | 'body'> = R[K] extends TObject
  ? Static<R[K]>
  : Record<string, never>;

/** What a call of `R` carries, already validated. */
export type Input<R extends Route> = {
  readonly params: Part<R, 'params'>;
  readonly query: Part<R, 'query'>;
  readonly body: Part<R, 'body'>;
};

/** What a successful call of `R` answers. */
export type Answer<R extends Route> = Static<R['answer']>;
