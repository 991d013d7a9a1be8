#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from './platform/config.ts';

const usage = `callboard start [--demo]      bring everything up
callboard migrate             bring the database of DATABASE_URL up to date
callboard verify-journal      recompute the hash chains and say what was touched
callboard openapi             print the OpenAPI document
callboard help                this text`;

/** Runs one command; each says what it did and exits non-zero when it failed. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { demo: { type: 'boolean', default: false } },
  });
  const config = readConfig(process.env);
  switch (positionals[0] ?? 'help') {
    case 'start': {
      const { start } = await import('./start.ts');
      await start(config, { demo: values.demo });
      return 0;
    }
    case 'migrate':
    case 'verify-journal':
    case 'openapi': {
      const commands = await import('./commands.ts');
      return commands.run(positionals[0] as 'migrate' | 'verify-journal' | 'openapi', config);
    }
    case 'help':
      console.log(usage);
      return 0;
  }
  console.error(`There is no command "${positionals[0]}".\n\n${usage}`);
  return 2;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  },
);
