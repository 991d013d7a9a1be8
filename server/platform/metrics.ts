import { createServer } from 'node:http';
import type { Logger } from 'pino';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Config } from './config.ts';

/** What Prometheus reads; no tenant's data is in it. */
export type Metrics = {
  readonly requests: Histogram<'route' | 'status'>;
  readonly messages: Counter<'channel' | 'outcome'>;
  readonly sockets: Gauge;
  readonly events: Counter;
  readonly registry: Registry;
};

/** The program's metrics, each app its own registry (tests run several at once). */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'callboard_request_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    messages: new Counter({
      name: 'callboard_messages_total',
      help: 'Attempts to send a message, by channel and outcome',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    sockets: new Gauge({ name: 'callboard_sockets', help: 'Open sockets', registers }),
    events: new Counter({
      name: 'callboard_events_total',
      help: 'Journal entries relayed',
      registers,
    }),
  };
}

/** Serves `/metrics` on its own port, loopback only; a busy port is logged and does not stop the program. */
export function serveMetrics(config: Config, metrics: Metrics, log: Logger): { close(): void } {
  if (config.metricsPort === 0) return { close() {} };
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', metrics.registry.contentType);
    response.end(await metrics.registry.metrics());
  });
  server.on('error', (error) => log.warn({ err: error }, 'metrics port not available'));
  server.listen(config.metricsPort, '127.0.0.1');
  return { close: () => server.close() };
}
