const idleMs = 500;
/** Looks after a poke: what it announced may lie behind a transaction that is about to end. */
const looksPerPoke = 5;

/** A loop that looks again and again: soon after it found something or was poked, else twice a second. */
export type PollLoop = { start(): void; stop(): Promise<void>; poke(): void };

/**
 * Makes a loop around `look`, which returns how much it found and never throws. Two looks are never
 * closer than `busyMs`.
 */
export function pollLoop(look: () => Promise<number>, busyMs = 10): PollLoop {
  let running = false;
  let ended = Promise.resolve();
  let looksLeft = 0;
  let wakeUp = () => {};

  async function run() {
    while (running) {
      const poked = looksLeft > 0;
      if (poked) looksLeft -= 1;
      const found = await look();
      if (found > 0) looksLeft = Math.min(looksLeft, 1);
      await pause(poked || found > 0 ? busyMs : idleMs);
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        // A busy pause is short and keeps many pokes from becoming many looks.
        if (running && ms === busyMs) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    start() {
      running = true;
      ended = run();
    },
    async stop() {
      running = false;
      wakeUp();
      await ended;
    },
    poke() {
      looksLeft = looksPerPoke;
      wakeUp();
    },
  };
}
