/** Polls until `look` gives something truthy, at most `seconds`; then it throws with what was awaited. */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  seconds = 10,
): Promise<NonNullable<T>> {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
