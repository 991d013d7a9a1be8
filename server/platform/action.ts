import type { Answer, Input, Route } from '../../contract/platform/route.ts';
import type { App } from './app.ts';
import type { Content } from './content.ts';
import type { ReceivedFiles } from './files/uploads.ts';
import type { Page } from './paging.ts';
import type { Actor, ActorTx, Tenant, View } from './scope.ts';

/** What came with the request beside its input. */
export type RequestFacts = {
  /** Origin that people reach the program at. */
  readonly url: string;
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string;
  /** `If-Match` of the request, the version the caller has read. */
  readonly ifMatch: number | null;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Sets or clears (null) the session's refresh cookie. */
  setCookie(name: string, value: string | null, maxAgeSeconds: number): void;
};

/** Whoever a token stands for. */
export type Known = {
  by: Actor;
  tenant: Tenant;
  /** When they last proved who they are, by password or second factor. */
  confirmedAtMs: number;
  /** When their session or key ends at the latest. */
  endsAtMs: number;
};

/** Who is calling, when anyone may: null without a log-in. */
export type Caller = Known | null;

/** A request as it came, for who checks a signature over it. */
export type RawRequest = {
  /** Empty unless the route is `raw`. */
  readonly body: Buffer;
  /** Path and query as they came. */
  readonly target: string;
  /** A header; one that came twice is both, with a comma between. */
  header(name: string): string | null;
};

/** The files of a call of `R` by field, already judged and in the store; `saveFile` makes them stay. */
export type FilesOf<R extends Route> = R extends { multipart: { files: infer F } }
  ? ReceivedFiles<keyof F & string>
  : ReceivedFiles<never>;

/** What a public call gets beside its input: it chooses the tenant itself. */
export type PublicCall<R extends Route> = Input<R> & {
  readonly app: App;
  readonly caller: Caller;
  readonly facts: RequestFacts;
  readonly raw: RawRequest;
  /** Puts the files that came along into the store of an organisation. */
  readonly storeFiles: (organisationId: string) => Promise<FilesOf<R>>;
};

type Result<R extends Route> = R extends { media: readonly string[] }
  ? Content
  : Answer<R> | (Answer<R> extends (infer T)[] ? Page<T> : never);

/** A route with what answers it. */
export type Endpoint =
  | { kind: 'action'; route: Route; answer: (tx: ActorTx, call: never) => Promise<unknown> }
  | { kind: 'query'; route: Route; answer: (view: View, call: never) => Promise<unknown> }
  | { kind: 'public'; route: Route; answer: (call: never) => Promise<unknown> };

/**
 * A write: `answer` runs in one transaction of the caller's organisation, its journal entries and
 * messages in the same one. It may run again after a deadlock, so it touches nothing but `tx`.
 */
export function action<const R extends Route>(
  route: R,
  answer: (
    tx: ActorTx,
    call: Input<R> & { facts: RequestFacts; files: FilesOf<R> },
  ) => Promise<Answer<R>>,
): Endpoint {
  return { kind: 'action', route, answer };
}

/** A read: no transaction, no journal. */
export function query<const R extends Route>(
  route: R,
  answer: (view: View, call: Input<R>) => Promise<Result<R>>,
): Endpoint {
  return { kind: 'query', route, answer };
}

/** A call that needs no log-in; it opens the transactions it needs with `app.write` and `app.read`. */
export function publicCall<const R extends Route>(
  route: R,
  answer: (call: PublicCall<R>) => Promise<Result<R>>,
): Endpoint {
  return { kind: 'public', route, answer };
}
