import { listFree as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { findFree, spanOf } from '../timeline/module.ts';
import { findSaid } from './availability-store.ts';
import { saysOf } from './weekly-hours.ts';

/**
 * Who could take a span: everyone active whom nothing commits in it, absence included, and who does
 * not say they cannot. First who says they can, then by name.
 */
export const listFree = query(route, async (view, { query }) => {
  const { date, start_time: startTime, end_time: endTime, overnight = false } = query;
  const span = spanOf({ date, startTime, endTime, overnight }, view.tenant.timeZone);
  const [free, said] = await Promise.all([findFree(view, span), findSaid(view)]);
  const [from, until] = [span.startsAt, span.endsAt].map(
    (at) => Temporal.Instant.from(at).epochMilliseconds,
  ) as [number, number];
  return free
    .map((person) => ({ person, says: saysOf(said.get(person.id) ?? [], [{ from, until }]) }))
    .filter(({ says }) => says !== false)
    .sort((a, b) => Number(b.says ?? false) - Number(a.says ?? false))
    .map(({ person, says }) => ({
      ...{ person: person.id, name: person.full_name },
      available: says ?? null,
    }));
});
