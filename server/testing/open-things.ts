const closers: (() => Promise<void>)[] = [];

/**
 * Remembers how to close what a test file has opened. (Vitest does not run an `afterAll` that is
 * registered inside a hook; `close-after-file.ts` registers one for each file in time.)
 */
export function whenDone(close: () => Promise<void>): void {
  closers.push(close);
}

/** Closes all of it, the latest first. */
export async function closeThings(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}
