import autocannon from 'autocannon';

/** One request to make. */
export type Shot = {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
};

/**
 * Load to make: for `seconds`, or exactly `amount` requests. One shot is repeated; of several each is
 * sent once, in order, so there must be `amount` of them and one more per connection.
 */
export type Load = { origin: string; connections: number; shots: Shot[] } & (
  | { seconds: number }
  | { amount: number }
);

/** What came of it; milliseconds. `statuses` counts answers by status, 0 is no answer. */
export type Loaded = {
  requests: number;
  seconds: number;
  p50: number;
  p99: number;
  statuses: Record<number, number>;
};

// This file is the process that makes the load, so that its CPU is nobody else's.
process.on('message', async (load: Load) => process.send?.(await make(load)));
console.log('ready at -');

async function make(load: Load): Promise<Loaded> {
  const { origin, connections, shots } = load;
  const times: number[] = [];
  const statuses: Record<number, number> = {};
  let next = 0;
  const each = {
    setupRequest: (request: object) => ({ ...request, ...shots[next++ % shots.length] }),
  };
  const length = 'amount' in load ? { amount: load.amount } : { duration: load.seconds };
  const startedAt = performance.now();
  let lastAt = startedAt;
  await new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url: origin,
        connections,
        timeout: 30,
        // A run ends at a sample: every second would be too coarse for short turns.
        sampleInt: 100,
        ...length,
        requests: [shots.length > 1 ? each : shots[0]!],
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    );
    run.on('response', (_client, status, _bytes, milliseconds) => {
      lastAt = performance.now();
      times.push(milliseconds);
      statuses[status] = (statuses[status] ?? 0) + 1;
    });
    run.on('reqError', () => {
      statuses[0] = (statuses[0] ?? 0) + 1;
    });
  });
  times.sort((a, b) => a - b);
  const at = (part: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  const seconds = (lastAt - startedAt) / 1_000;
  return { requests: times.length, seconds, p50: at(0.5), p99: at(0.99), statuses };
}
