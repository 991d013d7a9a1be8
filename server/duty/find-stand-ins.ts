import { findAvailability } from '../availability/module.ts';
import type { Read } from '../platform/scope.ts';
import { findFree } from '../timeline/module.ts';
import { findDuties } from './duty-store.ts';
import { countDuties } from './people-store.ts';
import { findWishes, prefers } from './preferences.ts';

/** Someone who could take a duty over, and why they. */
export type StandIn = { name: string; why: string };

const standInsMax = 3;

/**
 * Up to three people who could take an assignment over, best first: free at its time and not against that
 * day or duty; who asked for the duty, then who said they can be on, then who has fewest of the roster.
 */
export async function findStandIns(read: Read, assignmentId: string): Promise<StandIn[]> {
  const [duty] = await findDuties(read, [assignmentId]);
  if (!duty) return [];
  const { starts_at: startsAt, ends_at: endsAt, roster_id: roster, ...cell } = duty;
  const [free, available, counts, wishes] = await Promise.all([
    findFree(read, { startsAt, endsAt }),
    findAvailability(read),
    countDuties(read, roster),
    findWishes(read, roster),
  ]);
  const need = { stretches: [{ from: msOf(startsAt), until: msOf(endsAt) }] };
  return free
    .flatMap(({ id, full_name: name }) => {
      const wants = prefers(wishes.get(id), { date: cell.date, duty_type: cell.duty_type_id });
      const said = available(id, need);
      if (wants === false || said === false || id === cell.person_id) return [];
      return [{ name, wants: wants === true, said: said === true, count: counts.get(id) ?? 0 }];
    })
    .sort(
      (a, b) =>
        Number(b.wants) - Number(a.wants) || Number(b.said) - Number(a.said) || a.count - b.count,
    )
    .slice(0, standInsMax)
    .map(({ name, wants, said, count }) => ({
      name,
      why: [
        'free at that time',
        ...(wants ? ['asked for this duty'] : []),
        ...(said ? ['says they are available'] : []),
        `${count} ${count === 1 ? 'duty' : 'duties'} in this roster`,
      ].join(', '),
    }));
}

function msOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
