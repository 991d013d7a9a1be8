import { useQuery } from '@tanstack/react-query';
import { listResources } from '../../../contract/resources/list-resources.ts';
import type { Resource } from '../../../contract/resources/resource.ts';
import { queryOf } from './query.ts';

/** What can be booked. */
export function useResources() {
  return useQuery(queryOf(listResources, {}));
}

/** The resource with this id, else the default one. */
export function resourceOf(resources: readonly Resource[], id: string | undefined) {
  return (
    resources.find((resource) => resource.id === id) ??
    resources.find((resource) => resource.is_default) ??
    resources[0]
  );
}
