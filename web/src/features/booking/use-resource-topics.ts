import type { Resource } from '../../../../contract/resources/resource.ts';
import { useTopics } from '../../lib/topics.ts';

/** Hears what happens to any of the resources. */
export function useResourceTopics(resources: readonly Resource[]): void {
  useTopics(resources.map(({ id }) => `resource:${id}`));
}
