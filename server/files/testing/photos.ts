import { deflateSync } from 'node:zlib';

/** What a JPEG segment is made of. */
function segment(code: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

// 8 × 8 pixels of one grey, as libjpeg writes them.
const jpegTables = Buffer.from(
  'ffdb004300080606070605080707070909080a0c140d0c0b0b0c1912130f141d1a1f1e1d1a1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432' +
    'ffc4001500010100000000000000000000000000000000ffc40014100100000000000000000000000000000000',
  'hex',
);
const jpegScan = Buffer.from('ffda0008010100003f00', 'hex');

/** EXIF with a place on earth and a camera, and which way up the picture is. */
export function exifWithPlace(orientation = 6): Buffer {
  const tiff = Buffer.alloc(64);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  tiff.writeUInt16LE(0x8825, 22);
  tiff.writeUInt16LE(4, 24);
  tiff.writeUInt32LE(1, 26);
  tiff.writeUInt32LE(40, 30);
  tiff.write('GPS 51.5074 N', 40, 'latin1');
  return tiff;
}

/** A photo as a phone takes it: with a place, a comment, and something behind its end. */
export function jpegPhoto({ width = 8, height = 8, padding = 0, orientation = 6 } = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifWithPlace(orientation)])),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<GPS place="home"/>', 'latin1')),
    segment(0xfe, Buffer.from('GPS: at home')),
    jpegTables,
    segment(0xc0, frame),
    jpegScan,
    Buffer.from([0xd2, 0xcf, 0x20]),
    // Entropy-coded data of any length; ones are stuffed as they must be.
    Buffer.alloc(padding, Buffer.from([0x12, 0xff, 0x00, 0x34])),
    Buffer.from([0xff, 0xd9]),
    Buffer.from('GPS behind the end'),
  ]);
}

/** A PNG of which only the header need be true. */
export function png(width: number, height: number, more: [string, Buffer][] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((Math.min(width, 64) + 1) * Math.min(height, 64));
  const chunks: [string, Buffer][] = [
    ['IHDR', header],
    ...more,
    ['IDAT', deflateSync(rows)],
    ['IEND', Buffer.alloc(0)],
  ];
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...chunks.map(([type, body]) => {
      const chunk = Buffer.alloc(12 + body.length);
      chunk.writeUInt32BE(body.length, 0);
      chunk.write(type, 4, 'latin1');
      body.copy(chunk, 8);
      return chunk;
    }),
  ]);
}

/** A WebP with a canvas of 8 × 8, EXIF and XMP. */
export function webp(exif: Buffer): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const head = Buffer.from(`${type}....`, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const chunks = [
    chunk('VP8X', Buffer.from([0x0c, 0, 0, 0, 7, 0, 0, 7, 0, 0])),
    chunk('VP8L', Buffer.from('2f07c0010007d0fffef7bfff8188', 'hex')),
    chunk('EXIF', exif),
    chunk('XMP ', Buffer.from('GPS of an odd length.')),
  ];
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}
