import { pino } from 'pino';
import { openProgram } from '../app.ts';
import { realClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { migrate } from '../platform/migrate.ts';
import { withDatabase } from './with-database.ts';

/** Prints the OpenAPI document that the server validates with. */
export function runOpenApi(config: Config): Promise<number> {
  return withDatabase(config, async (url) => {
    await migrate(url);
    const silent = pino({ level: 'silent' });
    const program = await openProgram({ ...config, works: false }, url, realClock, silent);
    await program.server.ready();
    console.log(JSON.stringify(program.server.swagger(), null, 2));
    await program.stop();
    return 0;
  });
}
