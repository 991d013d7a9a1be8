import { parseArgs } from 'node:util';

/** The parts that can be run alone, in the order in which they run. */
export const parts = [
  ...([
    'start',
    'outbox',
    'reads',
    'history',
    'booking',
    'rls',
    'login',
    'ask',
    'approve',
    'flood',
    'sockets',
  ] as const),
  // Minutes long: only when asked for.
  ...(['reminders', 'year'] as const),
] as const;
export type Part = (typeof parts)[number];

const usual = parts.filter((part) => part !== 'reminders' && part !== 'year');
const withoutScene = new Set<Part>(['start', 'outbox', 'reminders', 'year']);

/** Whether a part needs the organisation with its year of shifts, and the server on it. */
export const needsScene = (part: Part) => !withoutScene.has(part);

/** How long and what to measure. */
export type Options = {
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: readonly number[];
  readonly only: ReadonlySet<Part>;
  readonly json: boolean;
  /** Folder for CPU profiles of the server, or null. */
  readonly profile: string | null;
  readonly quick: boolean;
};

const usage = `npm run bench -- [options]
  --quick         short runs, for a sanity check (figures are rough)
  --only <part>   one of ${parts.join(', ')}; may be given several times
  --seconds <n>   length of each measured run, 4 unless said
  --json          print the results as JSON instead of tables
  --profile <dir> write a CPU profile of the server (node --cpu-prof)`;

/** Reads the command line; prints the usage and ends on anything unknown. */
export function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true },
        seconds: { type: 'string' },
        json: { type: 'boolean', default: false },
        profile: { type: 'string' },
      },
    });
    const { quick, json, profile = null } = values;
    return {
      quick,
      json,
      profile,
      only: new Set(values.only?.map(partOf) ?? usual),
      seconds: secondsOf(values.seconds, quick ? 1 : 4),
      warmUpSeconds: quick ? 0.5 : 1,
      connections: [1, 8, 32],
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

function partOf(text: string): Part {
  const part = parts.find((one) => one === text);
  if (part) return part;
  throw new Error(`There is no part "${text}".`);
}

function secondsOf(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const seconds = Number(text);
  if (seconds >= 0.5 && seconds <= 60) return seconds;
  throw new Error('--seconds takes a number from 0.5 to 60.');
}
