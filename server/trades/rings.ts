/** Longest ring that is looked for: with more people, hardly ever do all say yes. */
export const ringMost = 5;
/** How many steps a search may take; a search that is cut off is gone on with by the next sweep. */
const stepsMost = 50_000;

/**
 * The first ring among `count` wishes, as their places: each would take what the next one gives, and the
 * last one what the first does. Short rings come first, then those with the oldest wishes (the lowest
 * places), so the same wishes always give the same ring. Nobody is in it twice (`personOf`).
 */
export function findRing(
  count: number,
  takes: (wish: number, other: number) => boolean,
  personOf: (wish: number) => string,
): number[] | null {
  const budget = { steps: stepsMost };
  for (let length = 2; length <= ringMost; length += 1) {
    for (let first = 0; first + length <= count; first += 1) {
      const ring = extend([first], length, count, takes, personOf, budget);
      if (ring || budget.steps <= 0) return ring;
    }
  }
  return null;
}

/** A ring that begins with `path`, whose first place is its lowest: so each ring is met once. */
function extend(
  path: number[],
  length: number,
  count: number,
  takes: (wish: number, other: number) => boolean,
  personOf: (wish: number) => string,
  budget: { steps: number },
): number[] | null {
  const [first, last] = [path[0] as number, path.at(-1) as number];
  if (path.length === length) return takes(last, first) ? path : null;
  for (let next = first + 1; next < count; next += 1) {
    budget.steps -= 1;
    if (budget.steps <= 0) return null;
    if (!takes(last, next) || path.some((one) => personOf(one) === personOf(next))) continue;
    const ring = extend([...path, next], length, count, takes, personOf, budget);
    if (ring) return ring;
  }
  return null;
}
