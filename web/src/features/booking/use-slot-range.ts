import { useEffect, useRef, useState } from 'react';
import { type DaySlot, freeRange, type Minutes } from './slots-of-day.ts';

type Column = { day: { date: string }; slots: readonly DaySlot[] };
type Place = { column: number; slot: number };
type Range = { column: number; anchor: number; at: number };
export type SlotRange = ReturnType<typeof useSlotRange>;

const moves: Record<string, Place> = {
  ArrowUp: { column: 0, slot: -1 },
  ArrowDown: { column: 0, slot: 1 },
  ArrowLeft: { column: -1, slot: 0 },
  ArrowRight: { column: 1, slot: 0 },
};

/**
 * Choosing free slots of a day: dragging over them with a mouse or pen (a finger scrolls), or walking
 * with the arrow keys and holding Shift; letting go, a click or Enter books what is chosen.
 */
export function useSlotRange(
  columns: readonly Column[],
  onBook: ((date: string, span: Minutes) => void) | undefined,
) {
  const [range, setRange] = useState<Range>();
  const [dragging, setDragging] = useState(false);
  const [focus, setFocus] = useState<Place>();
  const rangeMinutes = ({ column, anchor, at }: Range) =>
    freeRange(columns[column]?.slots ?? [], anchor, at);
  const book = (chosen: Range) => {
    const span = rangeMinutes(chosen);
    const date = columns[chosen.column]?.day.date;
    setRange(undefined);
    if (span && date) onBook?.(date, span);
  };

  useDragEnd(dragging, () => {
    setDragging(false);
    setRange(undefined);
  });
  const handlers = {
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => {
      const at = placeAt(event.target);
      if (event.pointerType === 'touch' || event.button !== 0 || !at) return;
      setDragging(true);
      setRange({ column: at.column, anchor: at.slot, at: at.slot });
    },
    onPointerOver: (event: React.PointerEvent<HTMLElement>) => {
      const at = placeAt(event.target);
      if (dragging && range && at?.column === range.column) setRange({ ...range, at: at.slot });
    },
    // The click after it books: one way for mouse, finger and Enter.
    onPointerUp: () => {
      if (!dragging || !range) return;
      if (range.at !== range.anchor) book(range);
    },
    onClick: (event: React.MouseEvent<HTMLElement>) => {
      const at = placeAt(event.target);
      if (!at) return;
      const chosen = range && isWithin(range, at) ? range : undefined;
      book(chosen ?? { column: at.column, anchor: at.slot, at: at.slot });
    },
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
      const at = placeAt(event.target);
      const move = moveOf(event.key);
      if (event.key === 'Escape') setRange(undefined);
      if (!at || !move || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = nextPlace(event.currentTarget, at, move);
      if (!next) return;
      const from = range?.column === at.column ? range.anchor : at.slot;
      const goesOn = event.shiftKey && next.column === at.column;
      setRange(goesOn ? { column: at.column, anchor: from, at: next.slot } : undefined);
      setFocus(next);
      elementAt(event.currentTarget, next)?.focus();
    },
  };
  return {
    handlers,
    isChosen: (column: number, slot: Minutes) => {
      const span = range?.column === column ? rangeMinutes(range) : null;
      return span !== null && span !== undefined && span.from <= slot.from && slot.to <= span.to;
    },
    chosenIn: (column: number) => (range?.column === column ? rangeMinutes(range) : null),
    focus,
    onFocus: setFocus,
  };
}

/** Escape, or letting go elsewhere than over the grid: nothing was chosen. */
function useDragEnd(dragging: boolean, stop: () => void): void {
  const end = useRef(stop);
  end.current = stop;
  useEffect(() => {
    if (!dragging) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && end.current();
    const onUp = () => end.current();
    addEventListener('keydown', onKey);
    addEventListener('pointerup', onUp);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('pointerup', onUp);
    };
  }, [dragging]);
}

function moveOf(key: string): Place | undefined {
  const move = moves[key];
  // Where one reads from the right, the next day is on the left.
  const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
  return move && { ...move, column: move.column * forward };
}

function isWithin({ column, anchor, at }: Range, place: Place): boolean {
  return (
    column === place.column &&
    Math.min(anchor, at) <= place.slot &&
    place.slot <= Math.max(anchor, at)
  );
}

function placeAt(target: EventTarget): Place | undefined {
  const slot = target instanceof Element ? target.closest<HTMLElement>('button[data-slot]') : null;
  if (!slot) return undefined;
  const [column = 0, index = 0] = (slot.dataset.slot ?? '').split('-').map(Number);
  return { column, slot: index };
}

function elementAt(box: HTMLElement, { column, slot }: Place): HTMLElement | null {
  return box.querySelector(`button[data-slot="${column}-${slot}"]`);
}

/** The next slot that can be chosen in a direction; from column to column the nearest one. */
function nextPlace(box: HTMLElement, at: Place, move: Place): Place | undefined {
  const slots = [...box.querySelectorAll('button[data-slot]')].flatMap((one) => placeAt(one) ?? []);
  if (move.column === 0) {
    const ahead = slots.filter(
      ({ column, slot }) => column === at.column && (slot - at.slot) * move.slot > 0,
    );
    return move.slot > 0 ? ahead[0] : ahead.at(-1);
  }
  const beside = slots.filter(({ column }) => (column - at.column) * move.column > 0);
  const column = (move.column > 0 ? beside[0] : beside.at(-1))?.column;
  const distance = ({ slot }: Place) => Math.abs(slot - at.slot);
  return beside
    .filter((one) => one.column === column)
    .sort((one, other) => distance(one) - distance(other))[0];
}
