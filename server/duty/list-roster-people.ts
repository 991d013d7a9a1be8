import { listRosterPeople as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { findBoard } from './find-board.ts';
import { countDuties, findActivePeople } from './people-store.ts';
import { findWishes } from './preferences.ts';
import { getRoster } from './roster-store.ts';

/** Everyone who can be assigned in a roster, with what keeps them while it lasts. */
export const listRosterPeople = query(route, async (view, { params }) => {
  const roster = found(await getRoster(view, params.id));
  const people = await findActivePeople(view);
  const ids = people.map(({ id }) => id);
  const dates = { from: roster.start_date, until: roster.end_date };
  const [board, counts, wishes] = await Promise.all([
    findBoard(view, roster, [], dates, ids),
    countDuties(view, roster.id),
    findWishes(view, roster.id),
  ]);
  return people.map(({ id, name }) => {
    const said = wishes.get(id);
    return {
      ...{ person: id, name, duties: counts.get(id) ?? 0, busy: board.busy.get(id) ?? [] },
      registered: said !== undefined,
      duty_types: [...(said?.dutyTypeIds ?? [])],
      dates_not: [...(said?.datesNot ?? [])],
    };
  });
});
