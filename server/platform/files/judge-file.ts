import type { FileKind } from '../../../contract/platform/route.ts';
import { isZipWithin } from '../zip-size.ts';
import type { Image, Piece } from './images/image.ts';
import { readJpeg } from './images/read-jpeg.ts';
import { readPng } from './images/read-png.ts';
import { readWebp } from './images/read-webp.ts';
import { looksLikeText } from './plain-text.ts';
import type { RandomAccess } from './random-access.ts';
import { type Tracks, tracksOfMp4, tracksOfWebm } from './tracks.ts';

/** What a file is by its content. */
export type Judged = {
  kind: FileKind;
  mediaType: string;
  /** What its name may end in; the first is the usual one. */
  extensions: readonly string[];
  /** Of an image: what is kept of it. */
  pieces: Piece[] | null;
};

/** Why a file is not taken. */
export type Unfit = 'type' | 'pixels' | 'archive';

type Type = {
  kind: FileKind;
  mediaType: string;
  extensions: readonly string[];
  image?: (bytes: RandomAccess) => Promise<Image>;
  tracks?: (bytes: RandomAccess) => Promise<Tracks>;
};

const audio = (mediaType: string, ...extensions: string[]) =>
  ({ kind: 'audio', mediaType, extensions }) as const;
const office = (mediaType: string, extension: string) =>
  ({ kind: 'document', mediaType, extensions: [extension] }) as const;
const mp4 = { ...audio('audio/mp4', 'm4a', 'mp4'), tracks: tracksOfMp4 };
const openXml = 'application/vnd.openxmlformats-officedocument';

/** What is taken, by what the library for magic numbers calls it. */
const types: Readonly<Record<string, Type>> = {
  'audio/mpeg': audio('audio/mpeg', 'mp3'),
  'audio/aac': audio('audio/aac', 'aac'),
  'audio/flac': audio('audio/flac', 'flac'),
  'audio/wav': audio('audio/wav', 'wav'),
  'audio/ogg': audio('audio/ogg', 'ogg', 'oga', 'opus'),
  'audio/ogg; codecs=opus': audio('audio/ogg', 'opus', 'ogg', 'oga'),
  'audio/mp4': mp4,
  'audio/x-m4a': mp4,
  'video/mp4': mp4,
  'video/x-m4v': mp4,
  'video/3gpp': { ...audio('audio/3gpp', '3gp', '3gpp'), tracks: tracksOfMp4 },
  'video/webm': { ...audio('audio/webm', 'webm', 'weba'), tracks: tracksOfWebm },
  'image/jpeg': {
    ...{ kind: 'image', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
    image: readJpeg,
  },
  'image/png': {
    ...{ kind: 'image', mediaType: 'image/png', extensions: ['png'] },
    image: readPng,
  },
  'image/apng': {
    ...{ kind: 'image', mediaType: 'image/png', extensions: ['png', 'apng'] },
    image: readPng,
  },
  'image/webp': {
    ...{ kind: 'image', mediaType: 'image/webp', extensions: ['webp'] },
    image: readWebp,
  },
  'application/pdf': office('application/pdf', 'pdf'),
  [`${openXml}.wordprocessingml.document`]: office(`${openXml}.wordprocessingml.document`, 'docx'),
  [`${openXml}.spreadsheetml.sheet`]: office(`${openXml}.spreadsheetml.sheet`, 'xlsx'),
  [`${openXml}.presentationml.presentation`]: office(
    `${openXml}.presentationml.presentation`,
    'pptx',
  ),
  'application/vnd.oasis.opendocument.text': office(
    'application/vnd.oasis.opendocument.text',
    'odt',
  ),
  'application/vnd.oasis.opendocument.spreadsheet': office(
    'application/vnd.oasis.opendocument.spreadsheet',
    'ods',
  ),
};

/** What people are told they can send. */
export const sendable: Readonly<Record<FileKind, string>> = {
  audio: 'MP3, M4A, AAC, OGG, Opus, FLAC, WAV or WebM without pictures',
  image: 'JPEG, PNG or WebP',
  document: 'PDF, Word, Excel, PowerPoint, OpenDocument, or plain text as .txt or .csv',
};

const pixelsMax = 100_000_000;
const sideMax = 20_000;
const archiveMax = { entries: 10_000, bytes: 100_000_000 };

/**
 * Judges a file by what is in it, whatever its name and header say: what it is, or why it is not
 * taken. Of an archive no more is unpacked than it declares, and of an image only the headers are read.
 */
export async function judgeFile(
  file: string,
  bytes: RandomAccess,
  name: string,
  kinds: readonly FileKind[],
): Promise<Judged | Unfit> {
  const start = (await bytes.read(0, 4)).toString('latin1');
  if (start === 'PK\x03\x04' && !(await isZipWithin(bytes, archiveMax))) return 'archive';
  const found = await magicOf(file);
  if (found === undefined) return plainText(bytes, name, kinds);
  const type = types[found];
  if (!type || !kinds.includes(type.kind)) return 'type';
  try {
    return await lookInside(type, bytes);
  } catch {
    return 'type';
  }
}

async function magicOf(file: string): Promise<string | undefined> {
  // 11 MB that a server without uploads never needs.
  const { fileTypeFromFile } = await import('file-type');
  try {
    return (await fileTypeFromFile(file, { maxBufferSize: 1_048_576 }))?.mime;
  } catch {
    return 'unreadable';
  }
}

async function lookInside(type: Type, bytes: RandomAccess): Promise<Judged | Unfit> {
  const { kind, mediaType, extensions } = type;
  const tracks = await type.tracks?.(bytes);
  if (tracks && (!tracks.audio || tracks.video)) return 'type';
  const image = await type.image?.(bytes);
  if (image && (image.width < 1 || image.height < 1)) return 'type';
  if (image && !fits(image)) return 'pixels';
  return { kind, mediaType, extensions, pieces: image?.pieces ?? null };
}

function fits({ width, height }: Image): boolean {
  return width <= sideMax && height <= sideMax && width * height <= pixelsMax;
}

async function plainText(
  bytes: RandomAccess,
  name: string,
  kinds: readonly FileKind[],
): Promise<Judged | Unfit> {
  const extension = /\.(txt|csv)$/i.exec(name)?.[1]?.toLowerCase();
  if (!extension || !kinds.includes('document') || !(await looksLikeText(bytes))) return 'type';
  const mediaType = extension === 'csv' ? 'text/csv' : 'text/plain';
  return { kind: 'document', mediaType, extensions: [extension], pieces: null };
}
