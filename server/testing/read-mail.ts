/** A part of a mail as its receiver finds it: headers in lower case, content decoded. */
export type MailPart = {
  type: string;
  parameters: Record<string, string>;
  headers: Map<string, string>;
  text: string;
};

/** The leaves of a mail (RFC 2045), in their order. */
export function partsOf(raw: string): MailPart[] {
  const end = raw.indexOf('\r\n\r\n');
  const headers = headersOf(raw.slice(0, end));
  const body = raw.slice(end + 4);
  const [type = '', ...rest] = (headers.get('content-type') ?? 'text/plain').split(';');
  const parameters = parametersOf(rest.join(';'));
  if (!type.startsWith('multipart/')) {
    const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
    return [{ type, parameters, headers, text: decoded(body, encoding) }];
  }
  const pieces = `\r\n${body}`.split(`\r\n--${parameters.boundary}`);
  return pieces.slice(1, -1).flatMap((piece) => partsOf(piece.replace(/^\s*?\r\n/, '')));
}

function headersOf(text: string): Map<string, string> {
  const lines = text.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

function parametersOf(text: string): Record<string, string> {
  const found = text.matchAll(/([\w-]+)="?([^";]+)"?/g);
  return Object.fromEntries(
    [...found].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
}

function decoded(body: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const joined = body.replaceAll('=\r\n', '');
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}
