import { SegmentedMessage } from 'sms-segments-calculator';

/** How carriers count a text message, and so what it costs. */
export function segmentsOf(text: string) {
  const message = new SegmentedMessage(text);
  return {
    count: message.segmentsCount,
    characters: message.numberOfCharacters,
    encoding: message.encodingName,
  };
}
