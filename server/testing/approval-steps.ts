import type { Answered } from './client.ts';
import type { World } from './open-world.ts';

/** Friday evenings from six to nine, as conditions of a rule. */
export const fridayEvening = {
  window: { weekdays: [4], start_time: '18:00:00', end_time: '21:00:00' },
};

/** Ben makes a rule about reservations on Friday evenings, or as said. */
export function addRule(
  world: World,
  rule: object = {},
  who: keyof World['as'] = 'ben',
): Promise<Answered> {
  const usual = { subject: 'reservation', name: 'Friday evenings', conditions: fridayEvening };
  return world.as[who].post('/api/approval-rules', { ...usual, ...rule });
}
