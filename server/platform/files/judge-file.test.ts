import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileKind } from '../../../contract/platform/route.ts';
import { jpegPhoto, png, webp } from '../../files/testing/photos.ts';
import { flac, mp3, mp4, opus, wav, webm } from '../../files/testing/recordings.ts';
import { judgeFile } from './judge-file.ts';
import { bytesOfFile } from './random-access.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'callboard-judge-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function judge(bytes: Buffer, name: string, ...kinds: FileKind[]) {
  const file = path.join(folder, 'file');
  await writeFile(file, bytes);
  const handle = await open(file);
  try {
    const judged = await judgeFile(file, await bytesOfFile(handle), name, kinds);
    return typeof judged === 'string' ? judged : judged.mediaType;
  } finally {
    await handle.close();
  }
}

/** A document of Word, as small as one can be. */
function docx(more: Parameters<typeof zipSync>[0] = {}): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from(types),
      'word/document.xml': Buffer.from('<w:document/>'),
      ...more,
    }),
  );
}

describe('a recording', () => {
  test.each([
    ['WAV', wav(), 'audio/wav'],
    ['MP3', mp3(), 'audio/mpeg'],
    ['Opus', opus(), 'audio/ogg'],
    ['FLAC', flac(), 'audio/flac'],
    ['WebM as Chrome records it', webm('audio'), 'audio/webm'],
    ['MP4 as Safari records it', mp4('iso5', 'soun'), 'audio/mp4'],
    ['M4A', mp4('M4A ', 'soun'), 'audio/mp4'],
  ])('%s', async (_, bytes, mediaType) => {
    expect(await judge(bytes, 'whatever.exe', 'audio')).toBe(mediaType);
    expect(await judge(bytes, 'whatever.wav', 'image', 'document')).toBe('type');
  });

  test.each([
    ['WebM with pictures', webm('audio', 'video')],
    ['WebM of pictures alone', webm('video')],
    ['WebM of nothing', webm()],
    ['MP4 with pictures', mp4('isom', 'soun', 'vide')],
    ['M4A that says it has none, and has', mp4('M4A ', 'vide', 'soun')],
    ['MP4 of nothing', mp4('isom')],
    ['MP4 that is cut off', mp4('isom', 'soun').subarray(0, 40)],
  ])('%s is none', async (_, bytes) => {
    expect(await judge(bytes, 'song.mp3', 'audio')).toBe('type');
  });
});

describe('S-082: what is no document, whatever it is called', () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
  test.each([
    ['a program of Windows', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1')],
    ['a program of Linux', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0', 'latin1')],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['PHP', Buffer.from('<?php system($_GET["c"]);')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['SVG behind white space', Buffer.from('\n \t<svg onload="alert(1)"/>')],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['PostScript', Buffer.from('%!PS-Adobe-3.0\n')],
    ['an archive', Buffer.from(zipSync({ 'a.txt': Buffer.from('text') }))],
    ['bytes without sense', Buffer.from([1, 2, 3, 255, 0, 17])],
    ['text of another encoding', Buffer.from('Gr\xfc\xdfe', 'latin1')],
    ['text, and called a PDF', Buffer.from('just some text')],
  ])('%s', async (what, bytes) => {
    expect(await judge(bytes, 'invoice.pdf', 'document')).toBe('type');
    if (!what.includes('called')) {
      expect(await judge(bytes, 'invoice.txt', 'document')).toBe('type');
    }
    expect(await judge(bytes, 'invoice.jpg', 'audio', 'image')).toBe('type');
  });

  test('what is one, is', async () => {
    expect(await judge(pdf, 'invoice', 'document')).toBe('application/pdf');
    expect(await judge(docx(), 'letter.pdf', 'document')).toMatch(/wordprocessingml/);
    expect(await judge(Buffer.from('Grüße,\r\nOtto'), 'a.TXT', 'document')).toBe('text/plain');
    expect(await judge(Buffer.from('a,b\n1,2\n'), 'a.csv', 'document')).toBe('text/csv');
  });
});

describe('S-087: a document that becomes far larger when it is opened', () => {
  const zeros = (bytes: number) => [new Uint8Array(bytes), { level: 9 }] as const;

  test('a hundred megabytes in a hundred kilobytes', async () => {
    const bomb = docx({ 'word/media/a.bin': zeros(101_000_000) as never });
    expect(bomb.length).toBeLessThan(150_000);
    expect(await judge(bomb, 'letter.docx', 'document')).toBe('archive');
  });

  test('more entries than it may have', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [`m/${i}`, new Uint8Array()]),
    );
    expect(await judge(docx(many), 'letter.docx', 'document')).toBe('archive');
  });

  test('100,001 entries, which needs ZIP64', async () => {
    // Of such an archive the end says 0xffff, and more elsewhere.
    const whole = docx();
    whole.writeUInt16LE(0xffff, whole.length - 14);
    whole.writeUInt16LE(0xffff, whole.length - 12);
    expect(await judge(whole, 'letter.docx', 'document')).toBe('archive');
  });

  test('a symbolic link', async () => {
    const link = [Buffer.from('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] as const;
    expect(await judge(docx({ link: link as never }), 'letter.docx', 'document')).toBe('archive');
  });
});

describe('a photo', () => {
  test('JPEG, PNG and WebP', async () => {
    expect(await judge(jpegPhoto(), 'x', 'image')).toBe('image/jpeg');
    expect(await judge(png(8, 8), 'x', 'image')).toBe('image/png');
    expect(await judge(webp(Buffer.alloc(4)), 'x', 'image')).toBe('image/webp');
  });

  test('S-088: one of 50,000 × 50,000 pixels is refused by its header', async () => {
    expect(await judge(png(50_000, 50_000), 'x.png', 'image')).toBe('pixels');
    expect(await judge(png(60_000, 10), 'x.png', 'image')).toBe('pixels');
    expect(await judge(jpegPhoto({ width: 50_000, height: 50_000 }), 'x', 'image')).toBe('pixels');
  });

  test('one of nothing, or cut off, is none', async () => {
    expect(await judge(png(0, 8), 'x.png', 'image')).toBe('type');
    expect(await judge(png(8, 8).subarray(0, -20), 'x.png', 'image')).toBe('type');
    expect(await judge(webp(Buffer.alloc(4)).subarray(0, 40), 'x', 'image')).toBe('type');
  });

  test('thousands of segments are not gone through', async () => {
    const comment = Buffer.from([0xff, 0xfe, 0, 2]);
    const many = Buffer.concat([
      jpegPhoto().subarray(0, 2),
      ...Array.from({ length: 6_000 }, () => comment),
      jpegPhoto().subarray(2),
    ]);
    expect(await judge(many, 'x.jpg', 'image')).toBe('type');
  });
});

test('whatever bytes come, they are judged and nothing breaks', async () => {
  const starts = [
    jpegPhoto(),
    png(8, 8),
    webp(Buffer.alloc(9)),
    webm('audio'),
    mp4('M4A ', 'soun'),
  ];
  const changed = fc
    .tuple(
      fc.nat(starts.length - 1),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }),
    )
    .map(([which, changes]) => {
      const bytes = Buffer.from(starts[which] as Buffer);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array().map((b) => Buffer.from(b)),
        changed,
      ),
      async (bytes) => {
        expect(typeof (await judge(bytes, 'x.txt', 'audio', 'image', 'document'))).toBe('string');
      },
    ),
    { numRuns: 300 },
  );
});
