import { findAvailability } from '../availability/module.ts';
import type { View } from '../platform/scope.ts';
import type { Preference } from '../registrations/module.ts';
import { dayNumber } from '../timeline/module.ts';
import { findStandingIn } from './duty-store.ts';
import { findBoard } from './find-board.ts';
import { msOf, type OpenPlaces } from './find-open-places.ts';
import { findActivePeople } from './people-store.ts';
import { findWishes, prefers } from './preferences.ts';
import type { Helper, Slot } from './proposal.ts';

/** Someone to choose from, with what they asked for and said of their week. */
export type Asker = Helper & {
  wish: Preference | undefined;
  says: (slot: Slot) => boolean | undefined;
};

/** Whom to choose from for a roster, with their commitments and duties: a handful of statements. */
export async function findHelpers(
  view: View,
  { roster }: OpenPlaces,
  named: readonly string[] | undefined,
): Promise<Asker[]> {
  const [active, wishes, available, standing] = await Promise.all([
    findActivePeople(view),
    findWishes(view, roster.id),
    findAvailability(view),
    findStandingIn(view, roster.id),
  ]);
  const chosen = named ?? (wishes.size > 0 ? [...wishes.keys()] : active.map(({ id }) => id));
  const people = active.filter(({ id }) => chosen.includes(id));
  const ids = people.map(({ id }) => id);
  const dates = { from: roster.start_date, until: roster.end_date };
  const { busy } = await findBoard(view, roster, [], dates, ids);
  const duties = Map.groupBy(standing, (one) => one.person);
  return people.map(({ id, name }) => {
    const own = duties.get(id) ?? [];
    const wish = wishes.get(id);
    const says = (slot: Slot) => available(id, { stretches: [slot] });
    return {
      ...{ id, name, before: own.length, days: own.map(({ date }) => dayNumber(date)) },
      busy: (busy.get(id) ?? []).map((one) => ({
        from: msOf(one.starts_at),
        until: msOf(one.ends_at),
      })),
      unwilling: (slot) => whyUnwilling(wish, says, slot),
      ...{ wish, says },
    };
  });
}

function whyUnwilling(
  wish: Preference | undefined,
  says: (slot: Slot) => boolean | undefined,
  slot: Slot,
): string | null {
  if (wish?.datesNot.includes(slot.date)) return 'not_that_day';
  if (prefers(wish, slot) === false) return 'not_that_duty';
  return says(slot) === false ? 'not_available' : null;
}
