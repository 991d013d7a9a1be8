import { useEffect, useState } from 'react';
import { dayMinutes } from './grid-segments.ts';

const stepMinutes = 15;
/** Below this it was a click with an unsteady hand. */
const dragMinutesMin = 10;

type Drag = { anchor: number; at: number; moved: boolean };
type Range = { from: number; to: number };

/** Dragging over empty time of a day with a mouse or pen; a finger scrolls. */
export function useDragToAsk(onAsk: (range: Range) => void) {
  const [drag, setDrag] = useState<Drag>();
  useEffect(() => {
    if (!drag) return;
    const giveUp = (event: KeyboardEvent) => event.key === 'Escape' && setDrag(undefined);
    addEventListener('keydown', giveUp);
    return () => removeEventListener('keydown', giveUp);
  }, [drag]);
  const handlers = {
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'touch' || event.button !== 0 || isOnShift(event.target)) return;
      const anchor = minuteAt(event);
      setDrag({ anchor, at: anchor, moved: false });
    },
    onPointerMove: (event: React.PointerEvent<HTMLElement>) => {
      if (!drag) return;
      // The button was let go outside of the window.
      if (event.buttons === 0) return setDrag(undefined);
      const at = minuteAt(event);
      const moved = drag.moved || Math.abs(at - drag.anchor) >= dragMinutesMin;
      // Not before: a mere click must reach the open window below it.
      if (moved && !drag.moved) event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ ...drag, at, moved });
    },
    onPointerUp: () => {
      setDrag(undefined);
      if (drag?.moved) onAsk(rangeOf(drag));
    },
    onPointerCancel: () => setDrag(undefined),
  };
  return { range: drag?.moved ? rangeOf(drag) : undefined, handlers };
}

function isOnShift(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-shift]') !== null;
}

function minuteAt({ currentTarget, clientY }: React.PointerEvent<HTMLElement>): number {
  const { top, height } = currentTarget.getBoundingClientRect();
  return Math.min(dayMinutes, Math.max(0, ((clientY - top) / height) * dayMinutes));
}

function rangeOf({ anchor, at }: Drag): Range {
  const start = Math.min(dayMinutes - stepMinutes, snap(anchor, Math.floor));
  return {
    from: Math.min(start, snap(at, Math.floor)),
    to: Math.max(start + stepMinutes, snap(at, Math.ceil)),
  };
}

function snap(minutes: number, round: (number: number) => number): number {
  return round(minutes / stepMinutes) * stepMinutes;
}
