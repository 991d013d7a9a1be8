/** What a call came back with. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
export type Answered = { status: number; body: any; headers: Headers };

type Send = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>;

/** Someone who calls the API over HTTP. */
export type Client = {
  get: (path: string, headers?: Record<string, string>) => Promise<Answered>;
  post: Send;
  patch: Send;
  put: Send;
  delete: Send;
  /** Any method, a body that may be no JSON at all. */
  send: (method: string, path: string, init: RequestInit) => Promise<Answered>;
};

/** A client of `origin`; `token` logs it in. */
export function clientOf(origin: string, token: () => Promise<string | null>): Client {
  async function send(method: string, path: string, init: RequestInit): Promise<Answered> {
    const access = await token();
    const headers = new Headers(init.headers);
    if (access) headers.set('authorization', `Bearer ${access}`);
    const response = await fetch(origin + path, { ...init, method, headers });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      body: json && text ? JSON.parse(text) : text,
      headers: response.headers,
    };
  }
  const withBody =
    (method: string): Send =>
    (path, body, headers = {}) =>
      body === undefined
        ? send(method, path, { headers })
        : send(method, path, {
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json', ...headers },
          });
  return {
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: withBody('POST'),
    patch: withBody('PATCH'),
    put: withBody('PUT'),
    delete: withBody('DELETE'),
    send,
  };
}
