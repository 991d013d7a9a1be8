const bytesMax = 150;

// Control characters, what turns the direction of a text, and what shows nothing.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const forbidden = /[<>:"|?*]/g;
/** Names that are devices on Windows, with whatever extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name to show and to save a file by, made from the one it came with: no path, nothing unseen,
 * nothing that a system takes for something else, at most 150 bytes; it ends as its content says.
 * It is never used as a path here.
 */
export function safeName(given: string, extensions: readonly string[]): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const seen = last.replace(unseen, '').replace(forbidden, '_').replace(/\s+/g, ' ');
  const bare = seen.replace(/^[.\-\s]+|[.\s]+$/g, '');
  const ending = extensions.find((one) => bare.toLowerCase().endsWith(`.${one}`));
  const stem = ending ? bare.slice(0, -ending.length - 1) : bare;
  const extension = ending ?? extensions[0] ?? 'bin';
  const named = stem === '' ? 'file' : device.test(stem) ? `_${stem}` : stem;
  return `${cut(named, bytesMax - extension.length - 1)}.${extension}`;
}

// By whole characters.
function cut(text: string, most: number): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > most) break;
    kept += character;
  }
  return kept.trimEnd();
}

/** `Content-Disposition` of a file (RFC 6266): its name as UTF-8, and as ASCII for old programs. */
export function dispositionOf(as: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  // What RFC 8187 lets stand; encodeURIComponent leaves a few more.
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${as}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
