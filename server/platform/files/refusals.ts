import type { FileField, FileKind } from '../../../contract/platform/route.ts';
import { Refusal } from '../problem.ts';
import { sendable, type Unfit } from './judge-file.ts';

const nouns: Readonly<Record<FileKind, string>> = {
  audio: 'a recording',
  image: 'a photo',
  document: 'a document',
};

/** 413: a file is larger than its field takes. */
export function tooLarge(field: string, { bytesMax }: FileField): Refusal {
  return refused(413, 'file_too_large', field, `At most ${sizeText(bytesMax)} each.`);
}

/** Why a file is not taken, by what was found in it. */
export function unfit(why: Unfit, field: string, { kinds }: FileField): Refusal {
  if (why === 'pixels') {
    const sentence = 'This picture is too large: 100 megapixels and 20,000 pixels a side at most.';
    return refused(413, 'image_too_large', field, sentence);
  }
  if (why === 'archive') {
    const sentence = 'This file is damaged, or becomes far larger when it is opened.';
    return refused(415, 'file_type', field, sentence);
  }
  const noun = kinds.map((kind) => nouns[kind]).join(' or ');
  const accepted = kinds.map((kind) => sendable[kind]).join('; ');
  return refused(415, 'file_type', field, `By its content this is not ${noun}. Send ${accepted}.`);
}

/** 503: the store, or what it is on, can't be reached or written now. */
export function unavailable(): Refusal {
  const sentence = 'Files can’t be kept or read at the moment. Try again in a few minutes.';
  return new Refusal(503, 'files_unavailable', sentence);
}

function refused(status: number, code: string, field: string, sentence: string): Refusal {
  return new Refusal(status, code, sentence, { errors: { [field]: [sentence] } });
}

/** `10 MB`. */
export function sizeText(bytes: number): string {
  return bytes >= 1_048_576
    ? `${Math.floor(bytes / 1_048_576)} MB`
    : `${Math.ceil(bytes / 1_024)} kB`;
}
