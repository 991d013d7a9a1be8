import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { openAuthenticator, openVisits } from './identity/module.ts';
import { modulesOf } from './modules.ts';
import type { App } from './platform/app.ts';
import { openChannels } from './platform/channels/open-channels.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { openPool } from './platform/database.ts';
import { openFiles } from './platform/files/open-files.ts';
import { openHub } from './platform/hub.ts';
import { openJobs } from './platform/jobs.ts';
import { openLoops } from './platform/loops.ts';
import { openMailTransport } from './platform/mail-transport.ts';
import { openMetrics } from './platform/metrics.ts';
import { idempotencyKeys, pruningQueue } from './platform/prune.ts';
import { openRelay } from './platform/relay.ts';
import type { Recorded } from './platform/scope.ts';
import { openSecrets } from './platform/secrets.ts';
import { openServer } from './platform/server.ts';
import { findKeyHolder } from './security/module.ts';

/** A program that is ready to listen, and how to end it. */
export type Program = { app: App; server: FastifyInstance; stop(): Promise<void> };

/** Puts the program together on a migrated database: modules, jobs, relay, HTTP. */
export async function openProgram(
  config: Config,
  databaseUrl: string,
  clock: Clock,
  log: Logger,
): Promise<Program> {
  const modules = modulesOf();
  const pool = openPool(databaseUrl, 'callboard_app', config.poolSize);
  const systemPool = openPool(databaseUrl, 'callboard_system', 4);
  const [secrets, files] = await Promise.all([openSecrets(config), openFiles(config)]);
  const authenticator = openAuthenticator({ pool, clock, secrets, findKey: findKeyHolder });
  const visits = openVisits({ systemPool, clock });
  const forget = (entry: Recorded) => {
    authenticator.forget(entry);
    visits.forget(entry);
  };
  const hub = openHub(Object.assign({}, ...modules.map((module) => module.live)));
  const relay = openRelay(systemPool, log);
  const metrics = openMetrics();
  const jobs = openJobs(databaseUrl, log, config.works);
  const mail = openMailTransport(config);
  const here = () => (server.addresses().length > 0 ? server.listeningOrigin : config.url);
  const app: App = {
    config,
    clock,
    log,
    pool,
    systemPool,
    secrets,
    jobs,
    loops: openLoops(),
    mail,
    channels: openChannels({ config, clock, secrets, mail, here }),
    files,
    relay,
    hub,
    metrics,
    authenticate: authenticator.authenticate,
    visit: visits.visit,
    forget,
  };
  relay.listen((entries) => {
    metrics.events.inc(entries.length);
    for (const entry of entries) forget(entry);
    hub.publish(entries);
  });
  for (const { hears } of modules) if (hears) relay.listen(hears(app));
  const endpoints = modules.flatMap((module) => module.endpoints);
  const topics = Object.assign({}, ...modules.map((module) => module.topics));
  const aliases = Object.assign({}, ...modules.map((module) => module.aliases));
  const sockets = Object.assign({}, ...modules.map((module) => module.sockets));
  const server = await openServer(app, { endpoints, topics, aliases, sockets });
  await relay.start();
  const prunings = [idempotencyKeys, ...modules.flatMap((module) => module.prunings ?? [])];
  const queues = modules.flatMap((module) => module.queues?.(app) ?? []);
  await jobs.start([...queues, pruningQueue(app, prunings)]);
  if (config.works) {
    for (const module of modules) await module.atStart?.(app);
    app.loops.start(modules.flatMap((module) => module.loops?.(app) ?? []));
  }
  return { app, server, stop: () => stopProgram(app, server) };
}

// In flight is finished, sockets are told, then the database is let go.
async function stopProgram(app: App, server: FastifyInstance): Promise<void> {
  app.hub.closeAll();
  await server.close();
  await Promise.all([app.jobs.stop(), app.loops.stop()]);
  await app.relay.stop();
  await app.channels.close();
  app.files.store.close();
  await Promise.all([app.pool.end(), app.systemPool.end()]);
}
