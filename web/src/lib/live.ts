import type { ClientMessage, LiveEvent, ServerMessage } from '../../../contract/platform/socket.ts';
import { chosenOrganisation } from './chosen-organisation.ts';
import { accessToken, refreshSession } from './session.ts';

export type LiveState = 'off' | 'connecting' | 'live' | 'reconnecting';

type Listeners = {
  onEvent: (event: LiveEvent) => void;
  /** Events may have been missed: read everything again. */
  onBack: () => void;
  onState: (state: LiveState) => void;
};

const pingMs = 25_000;
const silenceMsMax = 60_000;
const backoffMsMax = 30_000;
const seenMax = 500;

/** The one socket. It stays open: it comes back by itself and catches up by cursor. */
export class Live {
  private readonly listeners: Listeners;
  private readonly cursors = new Map<string, string>();
  private readonly seen = new Set<string>();
  private topics: readonly string[] = [];
  private socket: WebSocket | undefined;
  private ready = false;
  private wasReady = false;
  private closed = false;
  private tokenRefused = false;
  private failures = 0;
  private heardAt = Date.now();
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly ping: ReturnType<typeof setInterval>;

  constructor(listeners: Listeners) {
    this.listeners = listeners;
    this.ping = setInterval(() => this.checkPulse(), pingMs);
    addEventListener('online', this.comeBackNow);
    void this.connect();
  }

  /** Hears these topics from now on, and no others. */
  setTopics(wanted: readonly string[]): void {
    const before = this.topics;
    this.topics = wanted;
    if (!this.ready) return;
    for (const topic of wanted) if (!before.includes(topic)) this.subscribe(topic);
    for (const topic of before) {
      if (!wanted.includes(topic)) this.say({ type: 'unsubscribe', topic });
    }
  }

  /** Closes for good. */
  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    clearInterval(this.ping);
    removeEventListener('online', this.comeBackNow);
    this.socket?.close();
    this.listeners.onState('off');
  }

  private async connect(): Promise<void> {
    this.listeners.onState(this.wasReady ? 'reconnecting' : 'connecting');
    try {
      if ((this.tokenRefused || !accessToken()) && !(await refreshSession())) return;
    } catch {
      return this.comeBackLater();
    }
    if (this.closed) return;
    this.heardAt = Date.now();
    const socket = new WebSocket(
      `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/ws`,
    );
    this.socket = socket;
    const organisation = chosenOrganisation();
    socket.onopen = () =>
      this.say({
        type: 'authenticate',
        token: accessToken() ?? '',
        ...(organisation ? { organisation } : {}),
      });
    socket.onmessage = ({ data }) => this.hear(JSON.parse(String(data)));
    socket.onclose = () => {
      // Refused before it was ready: most likely the token, so the next try brings a new one.
      this.tokenRefused = !this.ready;
      this.ready = false;
      this.comeBackLater();
    };
  }

  private comeBackLater(): void {
    if (this.closed) return;
    this.listeners.onState('reconnecting');
    this.failures += 1;
    const backoffMs = Math.min(backoffMsMax, 500 * 2 ** this.failures);
    clearTimeout(this.retry);
    this.retry = setTimeout(
      () => void this.connect(),
      backoffMs / 2 + Math.random() * (backoffMs / 2),
    );
  }

  private readonly comeBackNow = () => {
    if (this.ready || this.closed || this.socket?.readyState === WebSocket.CONNECTING) return;
    this.failures = 0;
    clearTimeout(this.retry);
    void this.connect();
  };

  private checkPulse(): void {
    if (!this.ready) return;
    if (Date.now() - this.heardAt > silenceMsMax) this.socket?.close();
    else this.say({ type: 'ping', timestamp: Date.now() });
  }

  private hear(message: ServerMessage): void {
    this.heardAt = Date.now();
    if (isEvent(message)) this.hearEvent(message);
    else if (message.type === 'ready') this.begin();
    else if (message.type === 'subscribed') {
      this.cursors.set(String(message.topic), String(message.cursor));
    }
  }

  private begin(): void {
    this.ready = true;
    this.failures = 0;
    for (const topic of this.topics) this.subscribe(topic);
    this.listeners.onState('live');
    if (this.wasReady) this.listeners.onBack();
    this.wasReady = true;
  }

  private hearEvent(event: LiveEvent): void {
    this.cursors.set(event.topic, event.cursor);
    const once = `${event.topic} ${event.cursor} ${event.type}`;
    if (this.seen.has(once)) return;
    this.seen.add(once);
    if (this.seen.size > seenMax) this.seen.delete(this.seen.values().next().value ?? '');
    this.listeners.onEvent(event);
  }

  private subscribe(topic: string): void {
    const after = this.cursors.get(topic);
    this.say({ type: 'subscribe', topic, ...(after ? { after } : {}) });
  }

  private say(message: ClientMessage): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }
}

function isEvent(message: ServerMessage): message is LiveEvent {
  return 'cursor' in message && 'topic' in message && message.type !== 'subscribed';
}
