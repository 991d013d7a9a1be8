import { pino } from 'pino';
import { openProgram } from '../../app.ts';
import { readConfig } from '../../platform/config.ts';

// A worker of its own process, by a clock that its parent moves: `{ now }` in milliseconds.
let now = Number(process.env.CLOCK_NOW);
process.on('message', (message: { now: number }) => {
  now = message.now;
});
process.on('disconnect', () => process.exit(0));

const config = { ...readConfig(process.env), serves: false, works: true };
const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(now) };
await openProgram(config, config.databaseUrl as string, clock, pino({ level: 'silent' }));
process.send?.('ready');
