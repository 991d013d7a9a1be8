import { type RandomAccess, readInTurn } from './random-access.ts';

// Markup, scripts and programs that a system might run by what they begin with.
const program = /^\s*(<|#!|%!|@echo|\{\\rtf|MZ)/i;
const tabAndLineEnds = [9, 10, 12, 13];

/** Whether bytes are text in UTF-8 that nobody would run: no control characters, no markup at its beginning. */
export async function looksLikeText(bytes: RandomAccess): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    let isFirst = true;
    for await (const chunk of readInTurn(bytes, 0, bytes.length)) {
      const text = decoder.decode(chunk, { stream: true });
      if ((isFirst && program.test(text)) || chunk.some(isControl)) return false;
      isFirst = false;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

// In UTF-8 such a byte is never a part of another character.
function isControl(byte: number): boolean {
  return (byte < 32 && !tabAndLineEnds.includes(byte)) || byte === 127;
}
