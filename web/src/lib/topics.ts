import { useEffect, useSyncExternalStore } from 'react';

const wanted = new Map<string, number>();
const listeners = new Set<() => void>();
let topics: readonly string[] = [];

/** Hears what is said under a topic of the socket while the component is on the page. */
export function useTopic(topic: string): void {
  useTopics([topic]);
}

/** Hears what is said under several topics. */
export function useTopics(names: readonly string[]): void {
  const all = names.join();
  useEffect(() => {
    const some = all.split(',').filter(Boolean);
    for (const topic of some) want(topic, 1);
    return () => {
      for (const topic of some) want(topic, -1);
    };
  }, [all]);
}

/** The topics that components on the page want to hear. */
export function useWantedTopics(): readonly string[] {
  return useSyncExternalStore(listen, () => topics);
}

function want(topic: string, more: 1 | -1): void {
  const count = (wanted.get(topic) ?? 0) + more;
  if (count > 0) wanted.set(topic, count);
  else wanted.delete(topic);
  topics = [...wanted.keys()].toSorted();
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
