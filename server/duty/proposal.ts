/** An open place: a duty on a date that needs someone, in epoch milliseconds; `day` counts days. */
export type Slot = { date: string; duty_type: string; day: number; from: number; until: number };

/** Someone to choose from, with all that the choice looks at. */
export type Helper = {
  id: string;
  name: string;
  /** How many of the roster they have already, and on which days. */
  before: number;
  days: readonly number[];
  /** What commits them. */
  busy: readonly { from: number; until: number }[];
  /** Why they do not want a place: a code; null when nothing speaks against it. */
  unwilling: (slot: Slot) => string | null;
};

/** Who is proposed for each place (an index of helpers); null when nobody can. */
export type Proposal = (number | null)[];

/**
 * A proposal while it is made. Helpers are in an order that does not depend on how they came, so that the
 * same roster and people give the same proposal.
 */
export type Draft = {
  slots: readonly Slot[];
  helpers: readonly Helper[];
  /** Whether a helper wants a place and nothing outside of the proposal commits them. */
  able: readonly (readonly boolean[])[];
  holders: Proposal;
  held: number[][];
  /** How many duties a helper has on a day. */
  perDay: Map<number, number>[];
};

/** A draft in which nobody has a place yet. */
export function openDraft(slots: readonly Slot[], helpers: readonly Helper[]): Draft {
  return {
    slots,
    helpers,
    able: helpers.map((helper) =>
      slots.map((slot) => helper.unwilling(slot) === null && isFree(helper, slot)),
    ),
    holders: slots.map(() => null),
    held: helpers.map(() => []),
    perDay: helpers.map(({ days }) => {
      const counts = new Map<number, number>();
      for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
      return counts;
    }),
  };
}

/** Whether nothing commits someone then. */
export function isFree({ busy }: Pick<Helper, 'busy'>, slot: Slot): boolean {
  return busy.every((one) => !overlap(one, slot));
}

type Span = { from: number; until: number };

function overlap(one: Span, other: Span): boolean {
  return one.from < other.until && other.from < one.until;
}

/** Whether a helper can have a place, beside those they are proposed for; `without` is one they give away. */
export function fits(draft: Draft, helper: number, slot: number, without = -1): boolean {
  if (!draft.able[helper]?.[slot]) return false;
  const wanted = slotAt(draft, slot);
  return heldBy(draft, helper).every(
    (one) => one === without || !overlap(slotAt(draft, one), wanted),
  );
}

/** The places of a helper that keep them from another. */
export function blockersOf(draft: Draft, helper: number, slot: number): number[] {
  const wanted = slotAt(draft, slot);
  return heldBy(draft, helper).filter((one) => overlap(slotAt(draft, one), wanted));
}

/** Gives a place to a helper; whoever had it has it no longer. */
export function put(draft: Draft, slot: number, helper: number): void {
  const before = draft.holders[slot] ?? null;
  const { day } = slotAt(draft, slot);
  if (before !== null) {
    draft.held[before] = heldBy(draft, before).filter((one) => one !== slot);
    count(draft, before, day, -1);
  }
  draft.holders[slot] = helper;
  heldBy(draft, helper).push(slot);
  count(draft, helper, day, 1);
}

function count(draft: Draft, helper: number, day: number, by: number): void {
  const days = draft.perDay[helper] as Map<number, number>;
  days.set(day, (days.get(day) ?? 0) + by);
}

/** How many duties of the roster a helper would have. */
export function loadOf(draft: Draft, helper: number): number {
  return (draft.helpers[helper]?.before ?? 0) + heldBy(draft, helper).length;
}

/** The places that a helper is proposed for. */
export function heldBy(draft: Draft, helper: number): number[] {
  return draft.held[helper] as number[];
}

/** A place by its index. */
export function slotAt(draft: Draft, slot: number): Slot {
  return draft.slots[slot] as Slot;
}

/**
 * How many other duties a helper has on the day of a place, the day before and the day after: what is
 * twice in a row. `without` is a place of theirs that does not count.
 */
export function inRow(draft: Draft, helper: number, slot: number, without = -1): number {
  const { day } = slotAt(draft, slot);
  const days = draft.perDay[helper] as Map<number, number>;
  const around = (days.get(day - 1) ?? 0) + (days.get(day) ?? 0) + (days.get(day + 1) ?? 0);
  const own = draft.holders[slot] === helper ? 1 : 0;
  const away = without >= 0 && Math.abs(slotAt(draft, without).day - day) <= 1 ? 1 : 0;
  return around - own - away;
}
