/** A WAV of so many bytes of silence, and a bit of noise. */
export function wav(dataBytes = 8_000): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + dataBytes, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(dataBytes, 40);
  return Buffer.concat([head, Buffer.alloc(dataBytes, Buffer.from([127, 128, 129, 128]))]);
}

/** Frames of an MP3 (MPEG 1, layer III, 128 kbit/s, 44.1 kHz) without sound. */
export function mp3(frames = 20): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** An Ogg page that begins an Opus stream. */
export function opus(): Buffer {
  const body = Buffer.from('OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0', 'latin1');
  const page = Buffer.alloc(28);
  page.write('OggS', 0, 'latin1');
  page.writeUInt8(2, 5);
  page.writeUInt8(1, 26);
  page.writeUInt8(body.length, 27);
  return Buffer.concat([page, body]);
}

/** The beginning of a FLAC. */
export function flac(): Buffer {
  return Buffer.concat([Buffer.from('fLaC\x80\0\0\x22', 'latin1'), Buffer.alloc(34)]);
}

const element = (id: string, body: Buffer, size = Buffer.from([0x80 | body.length])) =>
  Buffer.concat([Buffer.from(id, 'hex'), size, body]);

/** A WebM as a browser records it: nobody knows its length when it begins. */
export function webm(...trackTypes: ('audio' | 'video')[]): Buffer {
  const header = element('1a45dfa3', element('4282', Buffer.from('webm')));
  const entries = trackTypes.map((type) =>
    element('ae', element('83', Buffer.from([type === 'video' ? 1 : 2]))),
  );
  const tracks = element('1654ae6b', Buffer.concat(entries));
  const unknown = Buffer.from('01ffffffffffffff', 'hex');
  const cluster = element('1f43b675', Buffer.alloc(100), unknown);
  return Buffer.concat([header, element('18538067', Buffer.concat([tracks, cluster]), unknown)]);
}

function box(type: string, ...inner: Buffer[]): Buffer {
  const body = Buffer.concat(inner);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** An MP4 with these handlers of tracks: `soun`, `vide` … */
export function mp4(brand: string, ...handlers: string[]): Buffer {
  const traks = handlers.map((handler) => {
    const hdlr = box('hdlr', Buffer.alloc(8), Buffer.from(handler), Buffer.alloc(12));
    return box('trak', box('mdia', hdlr));
  });
  return Buffer.concat([
    box('ftyp', Buffer.from(brand), Buffer.alloc(4), Buffer.from(brand)),
    box('moov', ...traks),
    box('mdat', Buffer.alloc(64)),
  ]);
}
