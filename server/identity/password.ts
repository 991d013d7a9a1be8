import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Refusal } from '../platform/problem.ts';

// OWASP's first choice for argon2id; one hash takes some 20 ms of one core.
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const longestBytes = 1_024;
// One core is left to those who are logged in already; libuv has four threads.
const atOnce = Math.max(1, Math.min(4, availableParallelism() - 1));
const waitingMax = 100;

// A hash of a random text that nobody knows: an unknown e-mail costs what a wrong password costs.
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$jskE31XnGKQ4U+YxCF/d/w$eiloHCmIlf0gpBrRA+0QkZP49l6kYQgvrZAdJXP2Yd4';

/** The argon2id hash of a password, to be stored. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, strength));
}

/**
 * Whether `password` makes `stored`. Without a stored hash the same work is done and the answer is
 * no, so that time tells nothing.
 */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  if (Buffer.byteLength(password) > longestBytes) return false;
  const right = await inTurn(() => verify(stored ?? nobodysHash, password));
  return right && stored !== null;
}

/** Whether a stored hash was made with less than today's strength. */
export function isWeakHash(stored: string): boolean {
  const made = parseOptions(stored);
  return made.memoryCost < strength.memoryCost || made.timeCost < strength.timeCost;
}

// Hashing may not take the machine from those who are logged in already: a few at once, the others
// wait their turn, and beyond a hundred waiting the answer is 503.
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await turn();
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function turn(): Promise<void> {
  if (waiting.length >= waitingMax) {
    throw new Refusal(503, 'busy', 'Too many people are logging in now. Try again in a moment.');
  }
  return new Promise((resolve) => waiting.push(resolve));
}
