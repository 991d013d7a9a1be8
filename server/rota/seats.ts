/** Something on a seat from–to. */
export type Seated = { number: number; startsAt: string; endsAt: string };

/**
 * The lowest seat that is free for each of `mine`, by start, beside those that stay; null where all
 * `seats` are taken. By start and lowest first needs no more seats than are taken at any one moment.
 */
export function seatAll<M extends Seated>(
  mine: readonly M[],
  stays: readonly Seated[],
  seats: number,
): { one: M; number: number | null }[] {
  const placed: Seated[] = stays.filter(({ number }) => number <= seats);
  const inOrder = mine.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return inOrder.map((one) => {
    const taken = new Set<number>();
    for (const other of placed) {
      if (other.startsAt < one.endsAt && other.endsAt > one.startsAt) taken.add(other.number);
    }
    const number = firstFree(taken, seats);
    if (number !== null) placed.push({ ...one, number });
    return { one, number };
  });
}

function firstFree(taken: ReadonlySet<number>, seats: number): number | null {
  for (let number = 1; number <= seats; number += 1) if (!taken.has(number)) return number;
  return null;
}
