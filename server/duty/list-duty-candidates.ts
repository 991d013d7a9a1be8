import { listDutyCandidates as route } from '../../contract/routes.ts';
import { findAvailability } from '../availability/module.ts';
import { query } from '../platform/action.ts';
import { problemOf } from './assign-many.ts';
import { placeOf, whyNotFree } from './cells.ts';
import { countDuties, findActivePeople } from './people-store.ts';
import { findWishes, prefers } from './preferences.ts';
import { readBoard } from './read-board.ts';

/**
 * Who could have a cell, names as one types: the free before the busy, who wants it before others, who
 * said they can be on, who has fewest of the roster, then by name. That the cell has no place left says
 * nothing of them.
 */
export const listDutyCandidates = query(route, async (view, { query }) => {
  const people = await findActivePeople(view, query.search);
  const ids = people.map(({ id }) => id);
  const { roster, board } = await readBoard(view, query, ids);
  const [wishes, available, counts] = await Promise.all([
    findWishes(view, roster.id),
    findAvailability(view),
    countDuties(view, roster.id),
  ]);
  const span = placeOf(board, query);
  const stretches = 'code' in span ? [] : [stretchOf(span)];
  return people
    .map(({ id, name }) => {
      const problem = 'code' in span ? span : whyNotFree(board, id, span);
      const said = stretches.length > 0 ? available(id, { stretches }) : undefined;
      return {
        person: id,
        name,
        free: problem === null,
        problem: problem && problemOf(problem),
        preferred: prefers(wishes.get(id), query),
        available: said ?? null,
        duties: counts.get(id) ?? 0,
      };
    })
    .sort(
      (a, b) =>
        Number(b.free) - Number(a.free) ||
        rank(b.preferred) - rank(a.preferred) ||
        rank(b.available) - rank(a.available) ||
        a.duties - b.duties,
    )
    .slice(0, query.limit ?? 50);
});

// Yes before nothing said before no. People come by name, and sorting keeps that order.
function rank(said: boolean | null): number {
  return said === null ? 0 : said ? 1 : -1;
}

function stretchOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  const [from, until] = [startsAt, endsAt].map(
    (at) => Temporal.Instant.from(at).epochMilliseconds,
  ) as [number, number];
  return { from, until };
}
