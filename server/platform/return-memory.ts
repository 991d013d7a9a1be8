import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: object) => void;
let collect: Collect | null = null;

function collector(): Collect {
  setFlagsFromString('--expose-gc');
  collect ??= runInNewContext('gc') as Collect;
  return collect;
}

/**
 * Gives back what starting up has left behind, some 40 MB that V8 would keep until its heap fills.
 * To be called once, before anyone is served.
 */
export function returnMemory(): void {
  collector()({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

const passedMost = 8 * 1_048_576;
let passedBytes = 0;

/**
 * To be told how many bytes passed by. V8 lets the buffers they came in lie until there are some 64 MB
 * of them; a minor collection, of about a millisecond, after every 8 MB keeps it at a third of that.
 */
export function notePassed(bytes: number): void {
  passedBytes += bytes;
  if (passedBytes < passedMost) return;
  passedBytes = 0;
  collector()({ type: 'minor' });
}
