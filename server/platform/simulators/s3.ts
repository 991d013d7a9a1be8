import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { S3Settings } from '../files/settings.ts';
import { type Loopback, Script, serveLoopback } from './loopback.ts';

type Options = Pick<S3Settings, 'bucket' | 'accessKeyId'> & {
  /** Keys that a page of a listing has. */
  pageSize?: number;
};

/** Opens a simulator of S3 on this machine, with one bucket. */
export async function openS3Simulator(options: Options): Promise<S3Simulator> {
  const simulator = new S3Simulator(options);
  await simulator.open();
  return simulator;
}

/** S3 as far as Callboard uses it: objects whole, in parts and in ranges, and lists of them. */
export class S3Simulator {
  /** What it holds, by key. */
  readonly objects = new Map<string, Buffer>();
  /** Uploads in parts that have begun and are not over. */
  readonly uploads = new Map<string, Map<number, Buffer>>();
  /** What it was asked, like `PUT /bucket/key`. */
  readonly calls: string[] = [];
  private readonly script = new Script();
  readonly next = this.script.next;
  url = '';
  private readonly options: Options;
  private loopback: Loopback | null = null;

  constructor(options: Options) {
    this.options = options;
  }

  async open(): Promise<void> {
    this.loopback = await serveLoopback((request, _text, response, bytes) =>
      this.answer(request, bytes, response),
    );
    this.url = this.loopback.url;
  }

  async close(): Promise<void> {
    this.script.stop();
    await this.loopback?.close();
  }

  private async answer(request: IncomingMessage, body: Buffer, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3');
    this.calls.push(`${request.method} ${pathname}`);
    const behaviour = await this.script.treat();
    if (behaviour.how === 'hang-up') return void request.socket.destroy();
    if (behaviour.how === 'status') return refuse(response, behaviour.status, 'SlowDown');
    const credential = `Credential=${this.options.accessKeyId}/`;
    if (!request.headers.authorization?.includes(credential)) {
      return refuse(response, 403, 'InvalidAccessKeyId');
    }
    const [, bucket = '', ...rest] = decodeURIComponent(pathname).split('/');
    if (bucket !== this.options.bucket) return refuse(response, 404, 'NoSuchBucket');
    const key = rest.join('/');
    if (key === '') return this.answerBucket(request, searchParams, response);
    const upload = searchParams.get('uploadId');
    if (searchParams.has('uploads')) return this.begin(key, response);
    if (upload !== null)
      return this.answerUpload(request, key, upload, searchParams, body, response);
    return this.answerObject(request, key, body, response);
  }

  private answerBucket(request: IncomingMessage, query: URLSearchParams, response: ServerResponse) {
    if (request.method === 'HEAD') return void response.writeHead(200).end();
    const after = query.get('continuation-token') ?? '';
    const prefix = query.get('prefix') ?? '';
    const keys = [...this.objects.keys()]
      .filter((key) => key.startsWith(prefix) && key > after)
      .sort();
    const shown = keys.slice(0, this.options.pageSize ?? 1_000);
    const more = shown.length < keys.length;
    const contents = shown.map((key) => {
      const size = this.objects.get(key)?.length ?? 0;
      return `<Contents><Key>${key}</Key><Size>${size}</Size></Contents>`;
    });
    const next = more ? `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>` : '';
    const truncated = `<IsTruncated>${more}</IsTruncated>`;
    sendXml(response, 200, 'ListBucketResult', `${truncated}${next}${contents.join('')}`);
  }

  private begin(key: string, response: ServerResponse) {
    const upload = randomBytes(8).toString('hex');
    this.uploads.set(upload, new Map());
    const { bucket } = this.options;
    const ids = `<Bucket>${bucket}</Bucket><Key>${key}</Key><UploadId>${upload}</UploadId>`;
    sendXml(response, 200, 'InitiateMultipartUploadResult', ids);
  }

  private answerUpload(
    { method }: IncomingMessage,
    key: string,
    upload: string,
    query: URLSearchParams,
    body: Buffer,
    response: ServerResponse,
  ) {
    const parts = this.uploads.get(upload);
    if (!parts) return refuse(response, 404, 'NoSuchUpload');
    if (method === 'PUT') {
      parts.set(Number(query.get('partNumber')), body);
      return void response.writeHead(200, { etag: tagOf(body) }).end();
    }
    this.uploads.delete(upload);
    if (method === 'DELETE') return void response.writeHead(204).end();
    const numbers = [...parts.keys()].sort((a, b) => a - b);
    const whole = Buffer.concat(numbers.map((number) => parts.get(number) ?? Buffer.alloc(0)));
    this.objects.set(key, whole);
    const facts = `<Key>${key}</Key><ETag>${tagOf(whole)}</ETag>`;
    sendXml(response, 200, 'CompleteMultipartUploadResult', facts);
  }

  private answerObject(
    { method, headers }: IncomingMessage,
    key: string,
    body: Buffer,
    response: ServerResponse,
  ) {
    if (method === 'PUT') {
      this.objects.set(key, body);
      return void response.writeHead(200, { etag: tagOf(body) }).end();
    }
    if (method === 'DELETE') {
      this.objects.delete(key);
      return void response.writeHead(204).end();
    }
    const object = this.objects.get(key);
    if (!object) return refuse(response, 404, 'NoSuchKey');
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    const isRange = from !== undefined;
    if (isRange && Number(from) >= object.length) return refuse(response, 416, 'InvalidRange');
    const part = isRange ? object.subarray(Number(from), Number(to) + 1) : object;
    response.writeHead(isRange ? 206 : 200, { etag: tagOf(object), 'content-length': part.length });
    response.end(method === 'HEAD' ? undefined : part);
  }
}

function tagOf(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  sendXml(response, status, 'Error', `<Code>${code}</Code><Message>${code}</Message>`);
}

function sendXml(response: ServerResponse, status: number, root: string, inner: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><${root}>${inner}</${root}>`);
}
