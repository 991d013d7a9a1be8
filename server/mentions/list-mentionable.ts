import { listMentionable as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { type Mentionable, mentionOf } from './mention.ts';
import { findMentionable } from './people-store.ts';

const shownMax = 8;

/** Who could be meant by what was typed after `@`: any of their names begins so. */
export const listMentionable = query(route, async (view, { query }) => {
  const typed = (query.typed ?? '').toLowerCase();
  const people = await findMentionable(view);
  const shown = people.filter((person) => beginsSo(person, typed)).slice(0, shownMax);
  return shown.flatMap((person) => {
    const insert = mentionOf(person, people);
    return insert ? [{ id: person.id, full_name: person.full_name, insert }] : [];
  });
});

function beginsSo({ full_name, username }: Mentionable, typed: string): boolean {
  const names = [full_name, ...full_name.split(' '), username ?? ''];
  return names.some((name) => name.toLowerCase().startsWith(typed));
}
