import type { Input } from '../../contract/platform/route.ts';
import type { editResource } from '../../contract/routes.ts';
import { violates } from '../platform/postgres-error.ts';
import { Refusal, refuseIf } from '../platform/problem.ts';
import { ownSettingsOf } from './present-resource.ts';
import type { ResourceFacts } from './resource-store.ts';
import { changed, settingsFor, whyContradictory } from './settings.ts';
import type { StoredSettings } from './settings-store.ts';

type Wish = Input<typeof editResource>['body'];

/** The resource as it would be; settings that contradict each other are refused with 400. */
export function resourceAfter(
  before: ResourceFacts,
  wish: Wish,
  organisation: StoredSettings,
): ResourceFacts {
  const { settings = {}, price } = wish;
  const own = changed(ownSettingsOf(before), settings);
  refuseIf(whyContradictory(settingsFor(own, organisation)));
  return {
    ...before,
    ...own,
    name: wish.name ?? before.name,
    colour: wish.colour ?? before.colour,
    capacity: wish.capacity ?? before.capacity,
    occupies_person: wish.occupies_person ?? before.occupies_person,
    ...(price !== undefined && {
      price_per_hour: price?.per_hour ?? null,
      currency: price?.currency ?? null,
    }),
  };
}

/** 409 where the name is another resource's. */
export function throwNameTaken(error: unknown): never {
  if (!violates(error, 'resource_name')) throw error;
  throw new Refusal(409, 'resource_name_taken', 'Another resource has this name. Choose another.');
}
