import type { EventName } from '../../contract/events.ts';
import type { LiveEvent } from '../../contract/platform/socket.ts';
import type { JournalEntry } from './journal-reader.ts';
import type { Actor, Tenant, View } from './scope.ts';
import { endsSocketOf } from './socket-ends.ts';
import { addTo, removeFrom, type Sockets } from './sockets-by-organisation.ts';

/** Who reads a live event. */
export type Viewer = { by: Actor; tenant: Tenant; endsAtMs: number };

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

/** A hub for the given live events. */
export function openHub(live: Partial<Record<EventName, Live>>): Hub {
  const organisations: Sockets = new Map();
  // Those who visit from another organisation: what ends them there ends them here.
  const away: Sockets = new Map();

  function eventFor(entry: JournalEntry, topic: string, viewer: Viewer): LiveEvent | null {
    const shown = live[entry.event]?.present(entry, viewer);
    if (!shown) return null;
    return { message: '', ...shown, type: entry.event, topic, cursor: entry.cursor };
  }

  function tell(entry: JournalEntry, subscriber: Subscriber, topics: string[]) {
    if (endsSocketOf(entry, subscriber.viewer.by)) {
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

  function endAway(entry: JournalEntry) {
    for (const { viewer, close } of away.get(entry.organisationId) ?? []) {
      const personId = viewer.by.home?.personId ?? '';
      if (endsSocketOf(entry, { ...viewer.by, personId, role: '' })) close(4401, 'session ended');
    }
  }

  return {
    eventFor,
    concerns: (entry, topic) => live[entry.event]?.topics(entry).includes(topic) ?? false,
    add(subscriber) {
      const id = subscriber.viewer.tenant.id;
      addTo(organisations, id, subscriber);
      const { home } = subscriber.viewer.by;
      if (home) addTo(away, home.organisationId, subscriber);
    },
    remove(subscriber) {
      removeFrom(organisations, subscriber.viewer.tenant.id, subscriber);
      const { home } = subscriber.viewer.by;
      if (home) removeFrom(away, home.organisationId, subscriber);
    },
    publish(entries) {
      for (const entry of entries) {
        endAway(entry);
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
