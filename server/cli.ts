#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { type Config, ConfigError, readConfig } from './platform/config.ts';

/** What a command works on; it returns the exit code and says on standard output what it did. */
type Run<O> = (config: Config, options: O, argument?: string) => Promise<number>;

const passphraseFile = [
  '--passphrase-file <file>',
  'a file with the passphrase; or set CALLBOARD_PASSPHRASE',
] as const;

/** Every command of the program. What each needs is loaded when it runs. */
export function commandLine(): Command {
  const program = new Command('callboard')
    .description('The board by the stage door: who is on, when, where, doing what.')
    .helpCommand('help [command]', 'this text, or that of a command')
    .showHelpAfterError('Say "callboard help" for what there is.')
    .exitOverride();
  addEveryday(program);
  addOperating(program);
  return program;
}

/** To bring it up, and someone into it. */
function addEveryday(program: Command): void {
  program
    .command('start')
    .description('bring everything up')
    .option('--demo', 'with a care team and two months of shifts, if there is no organisation yet')
    .action(
      run(async (config, options: { demo?: boolean }) => {
        const { start } = await import('./start.ts');
        await start(config, { demo: options.demo ?? false });
        return 0;
      }),
    );
  program
    .command('migrate')
    .description('bring the database up to date')
    .action(run(async (config) => (await import('./commands/migrate.ts')).runMigrate(config)));
  program
    .command('demo')
    .description('fill an empty database with a care team and two months of shifts')
    .action(run(async (config) => (await import('./commands/demo.ts')).runDemo(config)));
  program
    .command('create-admin')
    .description('make an owner or admin without any e-mail')
    .requiredOption('--email <address>', 'what they log in with')
    .requiredOption('--first-name <name>')
    .requiredOption('--last-name <name>')
    .option('--organisation <slug>', 'of this organisation; the only one if there is one')
    .option('--new-organisation <name>', 'makes this organisation, with them as its owner')
    .option('--time-zone <zone>', 'of the new organisation', 'Europe/London')
    .option('--role <role>', 'owner or admin', 'owner')
    .option(
      '--password-file <file>',
      'a file with the password; without it one is made and printed',
    )
    .action(
      run(async (config, options: import('./commands/create-admin.ts').Options) =>
        (await import('./commands/create-admin.ts')).runCreateAdmin(config, options),
      ),
    );
  program
    .command('send-test-email <address>')
    .description('send a test letter to someone of the directory, through the outbox')
    .action(
      run(async (config, _options, address = '') =>
        (await import('./commands/send-test-email.ts')).runSendTestEmail(config, address),
      ),
    );
}

/** For whoever keeps it running. */
function addOperating(program: Command): void {
  program
    .command('prune')
    .description('delete what has had its time; nothing of record')
    .action(run(async (config) => (await import('./commands/prune.ts')).runPrune(config)));
  program
    .command('backup [file]')
    .description('write database, secrets and files into one file')
    .option(...passphraseFile)
    .action(
      run(async (config, options: { passphraseFile?: string }, file) =>
        (await import('./commands/backup.ts')).runBackup(config, options, file),
      ),
    );
  program
    .command('restore <file>')
    .description('fill an empty database and data folder from a backup')
    .option(...passphraseFile)
    .action(
      run(async (config, options: { passphraseFile?: string }, file = '') =>
        (await import('./commands/restore.ts')).runRestore(config, options, file),
      ),
    );
  program
    .command('doctor')
    .description('look whether everything is as it should be')
    .action(run(async (config) => (await import('./commands/doctor.ts')).runDoctor(config)));
  program
    .command('operator <email>')
    .description('let someone see the health of the instance and its organisations')
    .option('--remove', 'no longer')
    .action(
      run(async (config, options: { remove?: boolean }, email = '') =>
        (await import('./commands/operator.ts')).runOperator(config, options, email),
      ),
    );
  program
    .command('permissions')
    .description('print who may do what')
    .action(run(async () => (await import('./commands/permissions.ts')).runPermissions()));
  program
    .command('verify-journal')
    .description('recompute the hash chains and say what was touched')
    .action(
      run(async (config) => (await import('./commands/verify-journal.ts')).runVerify(config)),
    );
  program
    .command('openapi')
    .description('print the OpenAPI document')
    .action(run(async (config) => (await import('./commands/openapi.ts')).runOpenApi(config)));
}

// Commander hands over the arguments, then the options, then the command.
function run<O extends object>(work: Run<O>) {
  return async (...given: unknown[]) => {
    const [options, argument] = given.slice(0, -1).reverse() as [O, string | undefined];
    process.exitCode = await work(readConfig(process.env), options, argument);
  };
}

/** Runs one command; each says what it did and exits non-zero when it failed. */
async function main(): Promise<number> {
  try {
    const program = commandLine();
    const args = process.argv.slice(2);
    await program.parseAsync(args.length > 0 ? args : ['help'], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    console.error(sentenceOf(error) ?? error);
    return 1;
  }
}

/** A sentence that whoever runs the program can act on, if the error has one. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof ConfigError) return error.message;
  // A refusal of an action says what is wrong, and nothing of the inside.
  if (error instanceof Error && 'code' in error && 'status' in error) return error.message;
  return null;
}

// Leaving at once would cut off what a pipe has not taken yet.
async function leave(code: number): Promise<void> {
  await new Promise((resolve) => process.stdout.write('', resolve));
  process.exit(code);
}

if (import.meta.main) main().then(leave);
