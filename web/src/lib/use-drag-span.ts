import { useEffect, useState } from 'react';

/** Below this it was a click with an unsteady hand. */
const dragMinutesMin = 10;
const quarters: Ruler = { from: 0, to: 24 * 60, step: 15 };

type Drag = { anchor: number; at: number; moved: boolean };
type Range = { from: number; to: number };
/** From which minute of the day to which the element reaches, and to how many minutes it is exact. */
type Ruler = Range & { step: number };

/** Dragging over empty time of a day with a mouse or pen; a finger scrolls. What is taken says `data-taken`. */
export function useDragSpan(onSpan: (range: Range) => void, ruler: Ruler = quarters) {
  const [drag, setDrag] = useState<Drag>();
  useEffect(() => {
    if (!drag) return;
    const giveUp = (event: KeyboardEvent) => event.key === 'Escape' && setDrag(undefined);
    addEventListener('keydown', giveUp);
    return () => removeEventListener('keydown', giveUp);
  }, [drag]);
  const handlers = {
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'touch' || event.button !== 0 || isOnTaken(event.target)) return;
      const anchor = minuteAt(event, ruler);
      setDrag({ anchor, at: anchor, moved: false });
    },
    onPointerMove: (event: React.PointerEvent<HTMLElement>) => {
      if (!drag) return;
      // The button was let go outside of the window.
      if (event.buttons === 0) return setDrag(undefined);
      const at = minuteAt(event, ruler);
      const moved = drag.moved || Math.abs(at - drag.anchor) >= dragMinutesMin;
      // Not before: a mere click must reach the open window below it.
      if (moved && !drag.moved) event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ ...drag, at, moved });
    },
    onPointerUp: () => {
      setDrag(undefined);
      if (drag?.moved) onSpan(rangeOf(drag, ruler));
    },
    onPointerCancel: () => setDrag(undefined),
  };
  return { range: drag?.moved ? rangeOf(drag, ruler) : undefined, handlers };
}

function isOnTaken(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-taken]') !== null;
}

function minuteAt({ currentTarget, clientY }: React.PointerEvent<HTMLElement>, ruler: Ruler) {
  const { top, height } = currentTarget.getBoundingClientRect();
  const minute = ruler.from + ((clientY - top) / height) * (ruler.to - ruler.from);
  return Math.min(ruler.to, Math.max(ruler.from, minute));
}

function rangeOf({ anchor, at }: Drag, { step, to }: Ruler): Range {
  const snap = (minutes: number, round: (number: number) => number) => round(minutes / step) * step;
  const start = Math.min(to - step, snap(anchor, Math.floor));
  return {
    from: Math.min(start, snap(at, Math.floor)),
    to: Math.max(start + step, snap(at, Math.ceil)),
  };
}
