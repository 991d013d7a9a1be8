/** From when to when by the minutes of a day, and its place beside others at the same time. */
export type Laned = { from: number; to: number; lane: number; lanes: number };

/** Puts what lies at the same time side by side; spans come sorted by their start. */
export function placeInLanes(spans: readonly Laned[]): void {
  let together: Laned[] = [];
  let end = 0;
  for (const span of spans) {
    if (span.from >= end) together = [];
    end = Math.max(together.length > 0 ? end : 0, span.to);
    placeBeside(together, span);
  }
}

/** Puts a span into the first lane that is free by then; all of the cluster share the width. */
function placeBeside(together: Laned[], span: Laned): void {
  const busy = new Set(together.filter(({ to }) => to > span.from).map(({ lane }) => lane));
  while (busy.has(span.lane)) span.lane += 1;
  together.push(span);
  const lanes = Math.max(...together.map(({ lane }) => lane)) + 1;
  for (const one of together) one.lanes = lanes;
}
