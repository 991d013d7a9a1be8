import { awaySeconds, NotSent, networkProblem } from './channel.ts';

// Twilio's codes: https://www.twilio.com/docs/api/errors
const badAddress = new Set([
  ...['21211', '21212', '21214', '21217', '21401', '21421', '21614'],
  // Told by a callback: the handset does not exist, or is a land line.
  ...['30005', '30006'],
]);
const optedOut = new Set(['21610']);
/** Our settings or our account are wrong: it may be put right while the message waits. */
const ours = new Set(['20003', '20005', '21606', '21608', '21659', '21660', '30002']);

/** What a refusal with this code of Twilio's is about. */
export function faultOf(code: string): NotSent['fault'] {
  if (badAddress.has(code)) return 'address';
  return optedOut.has(code) ? 'opted_out' : 'other';
}

/** An error of the `twilio` SDK as what it means for the message. */
export function twilioProblem(error: unknown): NotSent {
  if (error instanceof NotSent) return error;
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status !== 'number') return networkProblem(error, 'Twilio');
  const sentence = error instanceof Error && error.message ? error.message : `HTTP ${status}`;
  const name = typeof code === 'number' ? String(code) : `http_${status}`;
  if (status >= 500) return new NotSent('unknown', name, `Twilio broke down: ${sentence}`);
  if (status === 401 || status === 403 || status === 404 || ours.has(name)) {
    const facts = { pauseSeconds: awaySeconds };
    return new NotSent('later', name, `Twilio refused our settings: ${sentence}`, facts);
  }
  return new NotSent('refused', name, sentence, { fault: faultOf(name) });
}
