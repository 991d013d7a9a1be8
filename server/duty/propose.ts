import {
  blockersOf,
  type Draft,
  fits,
  type Helper,
  heldBy,
  inRow,
  loadOf,
  openDraft,
  type Proposal,
  put,
  type Slot,
} from './proposal.ts';

/**
 * Who could have the open places of a roster: never somebody who is committed or does not want it, as
 * many filled as can be, then spread evenly, then nobody twice in a row where that can be avoided. Pure,
 * and the same for the same roster and people in whatever order they come.
 */
export function propose(
  slots: readonly Slot[],
  helpers: readonly Helper[],
): { helpers: readonly Helper[]; proposal: Proposal; draft: Draft } {
  const sorted = helpers.toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  const draft = openDraft(slots, sorted);
  for (const slot of slots.keys()) fill(draft, slot);
  while (evenOut(draft));
  for (let pass = 0; pass < passesMax && partRows(draft); pass += 1);
  return { helpers: sorted, proposal: draft.holders, draft };
}

const passesMax = 10;

// Not by locale: the same order on every machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Gives a place to who has least and is not on around that day, if need be by moving another of theirs. */
function fill(draft: Draft, slot: number): void {
  let best: { helper: number; rank: number } | null = null;
  for (const helper of draft.helpers.keys()) {
    if (!fits(draft, helper, slot)) continue;
    const rank = loadOf(draft, helper) * 1_000 + Math.min(999, inRow(draft, helper, slot));
    if (!best || rank < best.rank) best = { helper, rank };
  }
  if (best) put(draft, slot, best.helper);
  else makeRoom(draft, slot);
}

// Whoever is kept by one proposed place alone gives that to someone else.
function makeRoom(draft: Draft, slot: number): void {
  for (const helper of draft.helpers.keys()) {
    if (!draft.able[helper]?.[slot]) continue;
    const blockers = blockersOf(draft, helper, slot);
    const [blocker] = blockers;
    if (blocker === undefined || blockers.length > 1) continue;
    const other = [...draft.helpers.keys()].find(
      (one) => one !== helper && fits(draft, one, blocker),
    );
    if (other === undefined) continue;
    put(draft, blocker, other);
    put(draft, slot, helper);
    return;
  }
}

/**
 * Moves one duty from who has more to who has at least two fewer, through others if need be: each on the
 * way gives one and gets one (optimal semi-matching, Harvey et al. 2003). False when there is no such way.
 */
function evenOut(draft: Draft): boolean {
  const byLoad = [...draft.helpers.keys()].sort((a, b) => loadOf(draft, b) - loadOf(draft, a));
  for (const start of byLoad) {
    const way = findWay(draft, start);
    if (way.length === 0) continue;
    // From the end, so that everyone gives before they get.
    for (const { slot, to } of way.toReversed()) put(draft, slot, to);
    return true;
  }
  return false;
}

type Step = { slot: number; to: number };

function findWay(draft: Draft, start: number): Step[] {
  const cameBy = new Map<number, { from: number; step: Step } | null>([[start, null]]);
  const queue = [start];
  for (const from of queue) {
    for (const slot of heldBy(draft, from)) {
      for (const to of draft.helpers.keys()) {
        if (cameBy.has(to) || !fits(draft, to, slot)) continue;
        cameBy.set(to, { from, step: { slot, to } });
        if (loadOf(draft, to) <= loadOf(draft, start) - 2) return wayTo(cameBy, to);
        queue.push(to);
      }
    }
  }
  return [];
}

function wayTo(cameBy: Map<number, { from: number; step: Step } | null>, end: number): Step[] {
  const way: Step[] = [];
  for (let at = cameBy.get(end); at; at = cameBy.get(at.from)) way.unshift(at.step);
  return way;
}

/** Parts what is twice in a row by moves and exchanges that leave the spread as it is; whether any was. */
function partRows(draft: Draft): boolean {
  let parted = false;
  for (const slot of draft.slots.keys()) {
    const holder = draft.holders[slot] ?? null;
    if (holder === null || inRow(draft, holder, slot) === 0) continue;
    const better = bestMove(draft, slot, holder) ?? bestExchange(draft, slot, holder);
    if (!better) continue;
    for (const { slot: moved, to } of better) put(draft, moved, to);
    parted = true;
  }
  return parted;
}

function bestMove(draft: Draft, slot: number, holder: number): Step[] | null {
  let best = inRow(draft, holder, slot);
  let way: Step[] | null = null;
  for (const to of draft.helpers.keys()) {
    if (loadOf(draft, to) !== loadOf(draft, holder) - 1 || !fits(draft, to, slot)) continue;
    const rows = inRow(draft, to, slot);
    if (rows < best) [best, way] = [rows, [{ slot, to }]];
  }
  return way;
}

function bestExchange(draft: Draft, slot: number, holder: number): Step[] | null {
  let best = 0;
  let way: Step[] | null = null;
  for (const other of draft.slots.keys()) {
    const to = draft.holders[other] ?? null;
    if (to === null || to === holder) continue;
    const gain =
      inRow(draft, holder, slot) +
      inRow(draft, to, other) -
      inRow(draft, to, slot, other) -
      inRow(draft, holder, other, slot);
    if (gain <= best) continue;
    if (!fits(draft, to, slot, other) || !fits(draft, holder, other, slot)) continue;
    best = gain;
    way = [
      { slot, to },
      { slot: other, to: holder },
    ];
  }
  return way;
}
