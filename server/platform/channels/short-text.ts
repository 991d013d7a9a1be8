// Characters that would make a text message twice as dear: one outside GSM-7 and 70 instead of 160
// characters fit into a segment.
const plain: Record<string, string> = {
  '–': '-',
  '—': '-',
  '‑': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '·': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/** Twilio takes no longer text. */
const longest = 1_600;

/** Text for a text message: typographic signs become plain ones, and it is not too long. */
export function shortText(text: string): string {
  const simple = text.replace(/[–—‑‘’“”…·\u00a0\u202f]/g, (sign) => plain[sign] ?? sign);
  return simple.length <= longest ? simple : `${simple.slice(0, longest - 3)}...`;
}
