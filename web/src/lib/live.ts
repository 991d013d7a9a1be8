import type { ClientMessage, LiveEvent, ServerMessage } from '../../../contract/platform/socket.ts';
import { accessToken, refreshSession } from './session.ts';

export type LiveState = 'off' | 'connecting' | 'live' | 'reconnecting';

type Live = { setTopics: (topics: readonly string[]) => void; close: () => void };
type Listeners = {
  onEvent: (event: LiveEvent) => void;
  /** Events may have been missed: read everything again. */
  onBack: () => void;
  onState: (state: LiveState) => void;
};

const pingMs = 25_000;
const silenceMs = 60_000;
const seenMax = 500;

/** Opens the one socket and keeps it open: it comes back by itself and catches up by cursor. */
export function openLive({ onEvent, onBack, onState }: Listeners): Live {
  const cursors = new Map<string, string>();
  const seen = new Set<string>();
  let topics: readonly string[] = [];
  let socket: WebSocket | undefined;
  let ready = false;
  let wasReady = false;
  let closed = false;
  let failures = 0;
  let refused = false;
  let heardAt = Date.now();
  let retry: ReturnType<typeof setTimeout> | undefined;

  const say = (message: ClientMessage) => socket?.send(JSON.stringify(message));
  const subscribe = (topic: string) => {
    const after = cursors.get(topic);
    say({ type: 'subscribe', topic, ...(after ? { after } : {}) });
  };

  async function connect() {
    onState(wasReady ? 'reconnecting' : 'connecting');
    try {
      if ((refused || !accessToken()) && !(await refreshSession())) return;
    } catch {
      return again();
    }
    if (closed) return;
    refused = false;
    heardAt = Date.now();
    socket = new WebSocket(
      `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/ws`,
    );
    socket.onopen = () => say({ type: 'authenticate', token: accessToken() ?? '' });
    socket.onmessage = ({ data }) => hear(JSON.parse(String(data)));
    socket.onclose = () => {
      // Refused before it was ready: most likely the token, so the next try brings a new one.
      if (!ready) refused = true;
      ready = false;
      again();
    };
  }

  function again() {
    if (closed) return;
    onState('reconnecting');
    failures += 1;
    const backoffMs = Math.min(30_000, 500 * 2 ** failures);
    clearTimeout(retry);
    retry = setTimeout(connect, backoffMs / 2 + Math.random() * (backoffMs / 2));
  }

  function hear(message: ServerMessage) {
    heardAt = Date.now();
    if (isEvent(message)) return hearEvent(message);
    if (message.type === 'ready') {
      ready = true;
      failures = 0;
      for (const topic of topics) subscribe(topic);
      onState('live');
      if (wasReady) onBack();
      wasReady = true;
    } else if (message.type === 'subscribed') {
      cursors.set(String(message.topic), String(message.cursor));
    }
  }

  function hearEvent(event: LiveEvent) {
    cursors.set(event.topic, event.cursor);
    const once = `${event.topic} ${event.cursor} ${event.type}`;
    if (seen.has(once)) return;
    seen.add(once);
    if (seen.size > seenMax) seen.delete(seen.values().next().value ?? '');
    onEvent(event);
  }

  const ping = setInterval(() => {
    if (ready && Date.now() - heardAt > silenceMs) socket?.close();
    else if (ready) say({ type: 'ping', timestamp: Date.now() });
  }, pingMs);
  const now = () => {
    if (ready || closed) return;
    failures = 0;
    clearTimeout(retry);
    if (socket?.readyState !== WebSocket.CONNECTING) void connect();
  };
  addEventListener('online', now);
  void connect();

  return {
    setTopics: (wanted) => {
      const before = topics;
      topics = wanted;
      if (!ready) return;
      for (const topic of wanted) if (!before.includes(topic)) subscribe(topic);
      for (const topic of before) if (!wanted.includes(topic)) say({ type: 'unsubscribe', topic });
    },
    close: () => {
      closed = true;
      clearTimeout(retry);
      clearInterval(ping);
      removeEventListener('online', now);
      socket?.close();
      onState('off');
    },
  };
}

function isEvent(message: ServerMessage): message is LiveEvent {
  return 'cursor' in message && 'topic' in message && message.type !== 'subscribed';
}
