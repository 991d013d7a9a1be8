import { type PollLoop, pollLoop } from './poll-loop.ts';

/** Work of a worker that looks for itself what is due. */
export type Loop = {
  name: string;
  /** The least time between two looks; what comes in meanwhile is one batch. */
  everyMs: number;
  /** Does or begins what is due; returns how much it found, never throws. */
  look: () => Promise<number>;
  /** Resolves when what was begun has ended. */
  ended: () => Promise<void>;
};

/** The loops of this node; without a worker's role there are none, and a poke does nothing. */
export type Loops = {
  start(loops: Loop[]): void;
  /** There is something to find: look now. */
  poke(name: string): void;
  stop(): Promise<void>;
};

/** Loops that are started later. */
export function openLoops(): Loops {
  const running = new Map<string, PollLoop & Pick<Loop, 'ended'>>();
  return {
    start(loops) {
      for (const { name, everyMs, look, ended } of loops) {
        const loop = pollLoop(look, everyMs);
        running.set(name, { ...loop, ended });
        loop.start();
      }
    },
    poke: (name) => running.get(name)?.poke(),
    async stop() {
      await Promise.all([...running.values()].map((loop) => loop.stop()));
      await Promise.all([...running.values()].map((loop) => loop.ended()));
    },
  };
}
