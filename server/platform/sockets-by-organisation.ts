import type { Subscriber } from './hub.ts';

/** Sockets by organisation. */
export type Sockets = Map<string, Set<Subscriber>>;

/** Adds one. */
export function addTo(sockets: Sockets, id: string, subscriber: Subscriber): void {
  sockets.set(id, (sockets.get(id) ?? new Set()).add(subscriber));
}

/** Removes one; an organisation without any is forgotten. */
export function removeFrom(sockets: Sockets, id: string, subscriber: Subscriber): void {
  const subscribers = sockets.get(id);
  subscribers?.delete(subscriber);
  if (subscribers?.size === 0) sockets.delete(id);
}
