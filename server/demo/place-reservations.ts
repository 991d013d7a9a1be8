import { makeRule } from '../approvals/module.ts';
import { placeReservation } from '../booking/module.ts';
import type { Actor, ActorTx } from '../platform/scope.ts';
import { insertResource, primeTimeName } from '../resources/module.ts';
import { addDays, dateAt } from '../timeline/module.ts';

type Booked = { who: string; days: number; start: string; end: string; notes?: string };

const room: Booked[] = [
  { who: 'ada', days: 1, start: '15:00', end: '16:00', notes: 'Board call' },
  { who: 'cleo', days: 1, start: '12:00', end: '13:00' },
  { who: 'dev', days: 2, start: '12:30', end: '14:00', notes: 'Hand-over with the night team' },
  { who: 'ben', days: 3, start: '10:00', end: '11:00', notes: 'Interview' },
  { who: 'eli', days: 3, start: '14:00', end: '15:00' },
  { who: 'cleo', days: 5, start: '13:00', end: '14:30' },
  { who: 'eli', days: 6, start: '11:30', end: '12:30' },
  { who: 'dev', days: 7, start: '12:00', end: '13:00', notes: 'First aid course' },
  { who: 'ada', days: 8, start: '09:00', end: '10:00' },
  { who: 'ben', days: 10, start: '14:00', end: '16:00' },
  { who: 'cleo', days: 12, start: '12:00', end: '13:00' },
];
const evenings: Booked[] = [
  { who: 'ben', days: 1, start: '17:30', end: '18:30', notes: 'Parents’ evening' },
  { who: 'ada', days: 4, start: '17:00', end: '18:00' },
  { who: 'ben', days: 9, start: '18:00', end: '19:00', notes: 'Choir' },
];
const van: Booked[] = [
  { who: 'dev', days: 1, start: '08:00', end: '12:00', notes: 'Laundry run' },
  { who: 'eli', days: 2, start: '09:00', end: '11:00' },
  { who: 'cleo', days: 5, start: '07:00', end: '10:00', notes: 'Shopping for the house' },
];

/**
 * A room and a van that are booked around the shifts of the demo, evenings of the room that wait for an
 * admin. What clashes with a shift or duty of its person is left out.
 */
export async function placeReservations(
  tx: ActorTx,
  actors: Readonly<Record<string, Actor>>,
): Promise<void> {
  const facts = { name: 'Van', colour: '#b4540a', occupies_person: false };
  const vanId = await insertResource(tx, facts);
  const window = { weekdays: [0, 1, 2, 3, 4, 5, 6], start_time: '17:00', end_time: '19:00' };
  for (const weekday of window.weekdays) {
    const conditions = { window: { ...window, weekdays: [weekday] } };
    await makeRule(tx, { subject: 'reservation', name: primeTimeName, conditions });
  }
  const today = dateAt(tx.now, tx.tenant.timeZone);
  for (const [resource, plans] of [
    [undefined, room],
    [undefined, evenings],
    [vanId, van],
  ] as const) {
    for (const { who, days, start, end, notes } of plans) {
      const by = actors[who];
      if (!by) throw new Error(`nobody is called ${who}`);
      const wish = { date: addDays(today, days), start_time: start, end_time: end };
      await placeReservation(
        { ...tx, by },
        { ...wish, ...(resource && { resource }), ...(notes && { notes }) },
      );
    }
  }
}
