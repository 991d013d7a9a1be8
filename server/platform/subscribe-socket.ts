import type { ServerMessage } from '../../contract/platform/socket.ts';
import { type App, read } from './app.ts';
import type { Subscriber, Topics } from './hub.ts';
import { parseCursor } from './journal-reader.ts';

const catchUpLimit = 1_000;

/** Live from now on, and what was missed since `after`, in order, without a gap or a double. */
export async function subscribe(
  app: App,
  topics: Topics,
  subscriber: Subscriber,
  topic: string,
  after: string | undefined,
  send: (message: ServerMessage) => void,
): Promise<void> {
  const [kind = '', id = ''] = topic.split(':');
  const { viewer } = subscriber;
  const allowed = await read(app, viewer.tenant, async (scope) =>
    Object.hasOwn(topics, kind) ? topics[kind]?.({ ...scope, by: viewer.by }, id) : false,
  );
  if (!allowed) {
    return send({
      type: 'error',
      code: 'not_found',
      detail: 'There is no such topic for you.',
      topic,
    });
  }
  const from = after === undefined ? null : parseCursor(after);
  const subscription = { held: [] as Parameters<Subscriber['deliver']>[0][] | null };
  subscriber.topics.set(topic, subscription);
  const place = app.relay.place();
  const missed = from ? await app.relay.missed(viewer.tenant.id, from, catchUpLimit + 1) : [];
  if ((after !== undefined && !from) || !missed || missed.length > catchUpLimit) {
    send({
      type: 'error',
      code: 'cursor_too_old',
      detail: 'Too much happened; load afresh.',
      topic,
    });
  } else {
    for (const entry of missed) {
      const event = app.hub.concerns(entry, topic) && app.hub.eventFor(entry, topic, viewer);
      if (event) send(event);
    }
  }
  send({ type: 'subscribed', topic, cursor: `${place.xid}-${place.seq}` });
  for (const event of subscription.held ?? []) send(event);
  subscription.held = null;
}
