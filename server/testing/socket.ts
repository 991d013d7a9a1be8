import { once } from 'node:events';
import WebSocket from 'ws';
import { demoPassword, emailOf } from '../demo/module.ts';
import type { World } from './open-world.ts';
import { until } from './until.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into messages of every shape
type Message = any;

/** A socket on the world's program, with what it has heard. */
export type Ear = {
  heard: Message[];
  say(message: object | string | Buffer): void;
  /** The first message that fits, now or soon. */
  hears(fits: (message: Message) => boolean, seconds?: number): Promise<Message>;
  /** The code it was closed with. */
  closed: Promise<number>;
  close(): void;
};

/** Opens a socket; with `who`, logged in and ready. */
export async function openEar(
  world: World,
  who?: string,
  headers: Record<string, string> = {},
  origin = world.origin,
  path = '/api/ws',
): Promise<Ear> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers });
  const heard: Message[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  const closed = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'open');
  const ear: Ear = {
    heard,
    closed,
    say: (message) => {
      const raw = typeof message === 'string' || Buffer.isBuffer(message);
      socket.send(raw ? message : JSON.stringify(message));
    },
    hears: (fits, seconds = 5) => until('a message', () => heard.find(fits), seconds),
    close: () => socket.close(),
  };
  if (who) {
    ear.say({ type: 'authenticate', token: await accessOf(world, who) });
    await ear.hears(({ type }) => type === 'ready');
  }
  return ear;
}

/** A fresh access token. */
export async function accessOf(world: World, who: string): Promise<string> {
  const body = { email: emailOf({ key: who }), password: demoPassword };
  return (await world.anyone.post('/api/auth/login', body)).body.tokens.access;
}
