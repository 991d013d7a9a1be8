import { endPlaced, makeRoster, openDutyType, placeDuties } from '../duty/module.ts';
import type { ActorTx } from '../platform/scope.ts';
import { addDays, dateAt, datesBetween } from '../timeline/module.ts';

const noSun = { sun_event: null, sun_offset_minutes: null, sun_minutes: null };
const types = [
  ...[{ name: 'Open the house', start_time: '05:15:00', end_time: '05:45:00', people: 1 }],
  ...[{ name: 'Visitors’ desk', start_time: '14:00:00', end_time: '16:00:00', people: 2 }],
  ...[{ name: 'Evening round', start_time: '18:00:00', end_time: '19:00:00', people: 1 }],
];
const colours = ['#3a4fd0', '#0b7285', '#862e9c'];

/**
 * A roster of four weeks around today: past days done, most of the days ahead assigned and locked, some
 * open, one given back with a reason. Who is on a shift then is left out, as when it is done by hand; so
 * is who asked for a shift that day (`asked`: person and date).
 */
export async function placeRoster(
  tx: ActorTx,
  people: readonly { personId: string }[],
  asked: ReadonlySet<string>,
): Promise<void> {
  const ids: string[] = [];
  for (const [position, type] of types.entries()) {
    const fields = { ...type, ...noSun, overnight: false, active: true, position };
    ids.push(await openDutyType(tx, { ...fields, colour: colours[position] as string }));
  }
  const today = dateAt(tx.now, tx.tenant.timeZone);
  const [start_date, end_date] = [addDays(today, -7), addDays(today, 20)];
  const dates = { start_date, end_date, second_calendar: true };
  const roster = await makeRoster(tx, { name: 'House duties', ...dates }, ids);
  const wishes = datesBetween(start_date, end_date).flatMap((date, day) =>
    ids.flatMap((duty_type, duty) => {
      const isOpen = date > today && (day * 3 + duty * 5) % 7 === 0;
      const person = people[(day + duty) % people.length]?.personId;
      if (isOpen || !person || asked.has(`${person} ${date}`)) return [];
      return [{ date, duty_type, person }];
    }),
  );
  const placed = await placeDuties(tx, roster, wishes);
  const last = placed.at(-1);
  if (last) await endPlaced(tx, last, 'Has a family visit that weekend');
}
