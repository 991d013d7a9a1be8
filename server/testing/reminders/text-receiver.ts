import { openTwilioSimulator } from '../../platform/simulators/twilio.ts';
import type { Receiver } from './receiver.ts';

const accountSid = `AC${'7'.repeat(32)}`;
const authToken = 'f0e1d2c3b4a5968778695a4b3c2d1e0f';
const from = '+15550009999';

/** The simulator of Twilio: it knows no ids of ours, so what is sent twice comes twice. */
export async function openTextReceiver(
  now: () => number,
  onTaken: () => void,
  textsEach: number,
): Promise<Receiver> {
  const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(now()) };
  const settings = { accountSid, authToken, from };
  const reach = (url: string) => url;
  const simulator = await openTwilioSimulator({ clock, settings, reach, pace: null });
  let seen = 0;
  const watch = setInterval(() => {
    for (; seen < simulator.taken.length; seen += 1) onTaken();
  }, 1);
  const counts = () => [...Map.groupBy(simulator.taken, ({ to }) => to).values()];
  return {
    env: {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_PHONE_NUMBER: from,
      TWILIO_API_URL: simulator.url,
    },
    taken: () => counts().reduce((sum, { length }) => sum + Math.min(length, textsEach), 0),
    repeated: () => counts().reduce((sum, { length }) => sum + Math.max(0, length - textsEach), 0),
    firstAt: () => undefined,
    async close() {
      clearInterval(watch);
      await simulator.close();
    },
  };
}
