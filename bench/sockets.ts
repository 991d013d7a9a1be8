import WebSocket from 'ws';

/** Sockets to open: one for each of `count`, with the tokens in turn, all on one topic. */
export type SocketOrder = {
  open: { origin: string; tokens: string[]; count: number; topic: string };
};
/** Tell when (milliseconds since 1970) each socket heard of this shift. */
export type HeardOrder = { heard: string };

// This file is the process that holds the sockets, so that its CPU and memory are nobody else's.
const arrivals = new Map<string, number[]>();

process.on('message', async (order: SocketOrder | HeardOrder) => {
  if ('open' in order) process.send?.(await openAll(order.open));
  else process.send?.(arrivals.get(order.heard) ?? []);
});
process.on('disconnect', () => process.exit(0));
console.log('ready at -');

async function openAll({ origin, tokens, count, topic }: SocketOrder['open']): Promise<number> {
  let opened = 0;
  // A few at a time: thousands of handshakes at once would only queue.
  const openNext = async (from: number): Promise<void> => {
    for (let n = from; n < count; n += 50) {
      await openOne(origin, tokens[n % tokens.length] as string, topic);
      opened += 1;
    }
  };
  await Promise.all(Array.from({ length: 50 }, (_, from) => openNext(from)));
  return opened;
}

function openOne(origin: string, token: string, topic: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/ws`, {
      perMessageDeflate: false,
    });
    socket.on('error', reject);
    socket.on('open', () => socket.send(JSON.stringify({ type: 'authenticate', token })));
    socket.on('message', (data) => {
      const at = performance.timeOrigin + performance.now();
      const message = JSON.parse(String(data));
      if (message.type === 'ready') socket.send(JSON.stringify({ type: 'subscribe', topic }));
      else if (message.type === 'subscribed') resolve();
      else if (message.type === 'error') reject(new Error(message.detail));
      else if (message.shift) {
        const heard = arrivals.get(message.cursor) ?? [];
        arrivals.set(message.cursor, heard);
        heard.push(at);
        arrivals.set(message.shift.id ?? 'changed', heard);
      }
    });
  });
}
