import { useMe } from '../lib/use-me.ts';
import { groups } from './places.ts';

type Place = (typeof groups)[number]['places'][number];
export type PlaceGroup = { name: (typeof groups)[number]['name']; places: readonly Place[] };

const tabsMax = 4;

/** The places that the person may go to, by group; a group without any is left out. */
export function useGroups(): readonly PlaceGroup[] {
  const { permissions, is_operator } = useMe();
  const mayGo = ({ needs }: Place) =>
    needs === 'operator' ? is_operator : permissions.includes(needs);
  return groups
    .map(({ name, places }) => ({ name, places: [...places].filter(mayGo) }))
    .filter(({ places }) => places.length > 0);
}

/** What stands under the thumb: the four most useful places that the person may go to. */
export function useTabs(): readonly Place[] {
  const rankOf = (place: Place) => ('tab' in place ? place.tab : Number.POSITIVE_INFINITY);
  return useGroups()
    .flatMap(({ places }) => places)
    .sort((one, other) => rankOf(one) - rankOf(other))
    .slice(0, tabsMax);
}

/** What has no tab, by group: on a phone it stands behind “More”. */
export function useMoreGroups(): readonly PlaceGroup[] {
  const tabs = useTabs();
  return useGroups()
    .map((group) => ({ ...group, places: group.places.filter((place) => !tabs.includes(place)) }))
    .filter(({ places }) => places.length > 0);
}
