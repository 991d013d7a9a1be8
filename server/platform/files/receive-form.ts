import type { MultipartFile, Multipart as Part } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { FileField, Multipart, Route } from '../../../contract/platform/route.ts';
import type { App } from '../app.ts';
import { invalid, Refusal } from '../problem.ts';
import { notePassed } from '../return-memory.ts';
import { countTry, networkOf } from '../throttle.ts';
import { type Incoming, receiveFile } from './receive-file.ts';
import { Uploads } from './uploads.ts';

const formType = 'multipart/form-data';
const fieldsMax = 50;
const fieldBytesMax = 65_536;
/** Beside the files: fields, names and boundaries. */
const otherBytesMax = 1_048_576;
const strangersMost = { most: 60, minutes: 10 };

/** Whether a request brings a form and not JSON; 415 when it brings something that the call does not take. */
export function bringsForm(multipart: Multipart, { headers }: FastifyRequest): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type === formType) return true;
  if (multipart.orJson && (type === undefined || type === 'application/json')) return false;
  const also = multipart.orJson ? ' or application/json' : '';
  throw new Refusal(415, 'unsupported_type', `Send ${formType}${also}.`);
}

/** Before anything of a form is read: not too much by what it says, nor too often from one network. */
export async function admitForm(app: App, route: Route, request: FastifyRequest): Promise<void> {
  const files = Object.values(route.multipart?.files ?? {});
  const most = files.reduce((sum, { bytesMax, most }) => sum + bytesMax * most, otherBytesMax);
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > most) {
    drain(request);
    throw new Refusal(413, 'too_large', 'The body is too large.');
  }
  if (request.caller) return;
  await countTry(app, [{ of: `uploads from ${networkOf(request.ip)}`, ...strangersMost }]);
}

/**
 * Reads a form: its fields into a body, with the names of the files in their fields, and the files onto
 * this machine, each judged as soon as it is there. When anything is refused, nothing is left of them.
 */
export async function receiveForm(
  app: App,
  route: Route,
  request: FastifyRequest,
): Promise<{ body: Record<string, unknown>; uploads: Uploads }> {
  const fields = route.multipart?.files ?? {};
  const texts: Record<string, string[]> = {};
  const incoming: Record<string, Incoming[]> = Object.fromEntries(
    Object.keys(fields).map((field) => [field, []]),
  );
  const uploads = new Uploads(app, incoming);
  try {
    for await (const part of readable(request.parts(limitsOf(fields)))) {
      if (part.type === 'file') await takeFile(app, part, fields, incoming);
      else takeText(part, fields, texts);
    }
    return { body: { ...bodyOf(route, texts), ...namesOf(incoming) }, uploads };
  } catch (error) {
    await uploads.discard();
    drain(request);
    throw error;
  }
}

function limitsOf(fields: Multipart['files']) {
  const all = Object.values(fields);
  const files = all.reduce((sum, { most }) => sum + most, 0);
  const fileSize = Math.max(...all.map(({ bytesMax }) => bytesMax)) + 1;
  return {
    // One more than may come: the validator says which field has too many.
    limits: {
      ...{ fieldNameSize: 100, fieldSize: fieldBytesMax, fields: fieldsMax },
      ...{ files: files + 1, fileSize, headerPairs: 20, parts: fieldsMax + files + 1 },
    },
    throwFileSizeLimit: false,
  };
}

// What the parser throws was sent wrong; what is thrown while its parts are read is not its fault.
async function* readable<T>(parts: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* parts;
  } catch {
    throw invalid({ body: ['This is not a form that can be read, or it has too many parts.'] });
  }
}

async function takeFile(
  app: App,
  { fieldname: field, filename: name, file }: MultipartFile,
  fields: Multipart['files'],
  incoming: Record<string, Incoming[]>,
): Promise<void> {
  const takes = fields[field];
  if (!takes) throw invalid({ [field]: ['There is no such field for files.'] });
  const already = incoming[field] ?? [];
  if (already.length >= takes.most) throw invalid({ [field]: [tooMany(takes)] });
  const one = await receiveFile(app.files, { field, name, bytes: readable(file) }, takes);
  already.push(one);
}

function tooMany({ most }: FileField): string {
  return most === 1 ? 'One file at most.' : `At most ${most} files.`;
}

function takeText(
  part: Exclude<Part, MultipartFile>,
  fields: Multipart['files'],
  texts: Record<string, string[]>,
): void {
  const { fieldname: field, value, valueTruncated, fieldnameTruncated } = part;
  if (fields[field]) throw invalid({ [field]: ['Send a file, with a name.'] });
  if (valueTruncated || fieldnameTruncated) throw invalid({ [field]: ['Too long.'] });
  texts[field] = [
    ...(texts[field] ?? []),
    typeof value === 'string' ? value : JSON.stringify(value),
  ];
}

/** Fields that are no text come as JSON; an empty one was left empty. */
function bodyOf(route: Route, texts: Record<string, string[]>): Record<string, unknown> {
  const schemas = (route.body?.properties ?? {}) as Record<string, TSchema>;
  const body: Record<string, unknown> = {};
  for (const [field, values] of Object.entries(texts)) {
    const schema = schemas[field];
    const [value = '', ...more] = values;
    if (more.length > 0) throw invalid({ [field]: ['Give it once.'] });
    if (!schema || isText(schema)) body[field] = value;
    else if (value !== '') body[field] = parsed(field, value);
  }
  return body;
}

function isText(schema: TSchema): boolean {
  const { type, anyOf } = schema as { type?: string; anyOf?: TSchema[] };
  return type === 'string' || (anyOf?.some(isText) ?? false);
}

function parsed(field: string, text: string): unknown {
  try {
    return JSON.parse(text, (key, value) => {
      if (key === '__proto__') throw new Error('no such field');
      return value;
    });
  } catch {
    throw invalid({ [field]: ['Give it as JSON.'] });
  }
}

function namesOf(incoming: Record<string, Incoming[]>): Record<string, string[]> {
  const some = Object.entries(incoming).filter(([, files]) => files.length > 0);
  return Object.fromEntries(
    some.map(([field, files]) => [field, files.map((one) => one.fileName)]),
  );
}

// Whoever still sends reads the answer only when they are through; not for ever.
function drain({ raw }: FastifyRequest): void {
  let left = 64 * 1_048_576;
  raw.unpipe();
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    notePassed(chunk.length);
    if (left < 0) raw.destroy();
  });
  raw.resume();
}
