/** Part of a file: from the first byte up to, not with, the last. */
export type Range = { from: number; to: number };

/**
 * The one range that a `Range` header asks for (RFC 9110, 14.2): null when it asks for none, for several
 * or in a way that is not ours to know, and the whole is the answer; `none` when there is no such range.
 */
export function readRange(header: string | null, length: number): Range | null | 'none' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const size = Number(last);
    return size === 0 ? 'none' : { from: Math.max(0, length - size), to: length };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  if (from >= length) return 'none';
  return { from, to: last === '' ? length : Math.min(Number(last) + 1, length) };
}
