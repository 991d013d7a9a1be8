import type { EventName } from '../../contract/events.ts';
import type { LiveEvent } from '../../contract/platform/socket.ts';
import type { JournalEntry } from './journal-reader.ts';
import type { Actor, Tenant, View } from './scope.ts';

/** Who reads a live event. */
export type Viewer = { by: Actor; tenant: Tenant };

/** How an event reaches sockets: on which topics, and what this viewer is shown of it (null: nothing). */
export type Live = {
  topics(entry: JournalEntry): string[];
  present(entry: JournalEntry, viewer: Viewer): Record<string, unknown> | null;
};

/** Kinds of topic (`schedule:<id>`) and whether a person may subscribe to one. */
export type Topics = Record<string, (view: View, id: string) => Promise<boolean>>;

/** A socket as the hub sees it. */
export type Subscriber = {
  readonly viewer: Viewer;
  readonly topics: Map<string, Subscription>;
  deliver(event: LiveEvent): void;
  close(code: number, reason: string): void;
};

/** While it catches up, live events wait in `held`. */
export type Subscription = { held: LiveEvent[] | null };

/** This node's sockets, by organisation; told by the relay. */
export type Hub = {
  add(subscriber: Subscriber): void;
  remove(subscriber: Subscriber): void;
  publish(entries: JournalEntry[]): void;
  /** Who of an organisation listens to a topic here. */
  listeners(organisationId: string, topic: string): Subscriber[];
  /** What of an entry this viewer gets on `topic`. */
  eventFor(entry: JournalEntry, topic: string, viewer: Viewer): LiveEvent | null;
  /** Whether an entry is told on `topic`. */
  concerns(entry: JournalEntry, topic: string): boolean;
  closeAll(): void;
};

/** Events that end a person's or a session's sockets. */
const ends: Partial<Record<EventName, (entry: JournalEntry, s: Subscriber) => boolean>> = {
  'session.ended': (entry, s) => entry.data.session === s.viewer.by.sessionId,
  'session.reused': (entry, s) => entry.data.session === s.viewer.by.sessionId,
  'password.changed': (entry, s) => entry.subjectId === s.viewer.by.personId,
  'person.deactivated': (entry, s) => entry.subjectId === s.viewer.by.personId,
};

/** A hub for the given live events. */
export function openHub(live: Partial<Record<EventName, Live>>): Hub {
  const organisations = new Map<string, Set<Subscriber>>();

  function eventFor(entry: JournalEntry, topic: string, viewer: Viewer): LiveEvent | null {
    const shown = live[entry.event]?.present(entry, viewer);
    if (!shown) return null;
    return { message: '', ...shown, type: entry.event, topic, cursor: entry.cursor };
  }

  function tell(entry: JournalEntry, subscriber: Subscriber, topics: string[]) {
    if (ends[entry.event]?.(entry, subscriber)) {
      subscriber.close(4401, 'session ended');
      return;
    }
    for (const topic of topics) {
      const subscription = subscriber.topics.get(topic);
      const event = subscription && eventFor(entry, topic, subscriber.viewer);
      if (!event) continue;
      if (subscription.held) subscription.held.push(event);
      else subscriber.deliver(event);
    }
  }

  return {
    eventFor,
    concerns: (entry, topic) => live[entry.event]?.topics(entry).includes(topic) ?? false,
    add(subscriber) {
      const id = subscriber.viewer.tenant.id;
      organisations.set(id, (organisations.get(id) ?? new Set()).add(subscriber));
    },
    remove(subscriber) {
      const subscribers = organisations.get(subscriber.viewer.tenant.id);
      subscribers?.delete(subscriber);
      if (subscribers?.size === 0) organisations.delete(subscriber.viewer.tenant.id);
    },
    publish(entries) {
      for (const entry of entries) {
        const subscribers = organisations.get(entry.organisationId);
        if (!subscribers) continue;
        const topics = live[entry.event]?.topics(entry) ?? [];
        for (const subscriber of subscribers) tell(entry, subscriber, topics);
      }
    },
    listeners(organisationId, topic) {
      const subscribers = [...(organisations.get(organisationId) ?? [])];
      return subscribers.filter((subscriber) => subscriber.topics.has(topic));
    },
    closeAll() {
      for (const subscribers of organisations.values()) {
        for (const subscriber of subscribers) subscriber.close(1001, 'going away');
      }
    },
  };
}
