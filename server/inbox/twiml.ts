import { Content } from '../platform/content.ts';
import { asHtml } from '../platform/letter.ts';

/** An answer to Twilio: nothing, or a text back to who wrote. */
export function twiml(text: string | null = null): Content {
  const said = text === null ? '' : `<Message>${asHtml(text)}</Message>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Response>${said}</Response>`;
  return new Content('text/xml; charset=utf-8', xml);
}
