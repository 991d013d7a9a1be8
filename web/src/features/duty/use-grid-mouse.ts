import { useRef } from 'react';
import { type Place, samePlace } from './grid-place.ts';
import type { Board } from './use-board.ts';

/** The cell that an event happened in. */
export function placeOf({ target }: { target: EventTarget }): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  if (!cell) return undefined;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

/** Pointing: a click goes to a cell, dragging over empty ones selects, a second click writes. */
export function useGridMouse(board: Board) {
  const { selection, grid } = board;
  const from = useRef<{ place: Place; wasCurrent: boolean } | undefined>(undefined);

  const onMouseDown = (event: React.MouseEvent) => {
    const place = placeOf(event);
    if (!place || event.button !== 0 || isInEditor(event)) return;
    board.setEditing(undefined);
    board.setNotice(undefined);
    const wasCurrent = samePlace(place, selection.cursor) && !selection.isMany;
    from.current = { place, wasCurrent };
    // A click on one of the selected takes hold of them all, to be dragged onto.
    selection.go(place, event.shiftKey);
    (event.target as Element).closest<HTMLElement>('[data-row]')?.focus();
    // Else the browser selects text; but a name must remain draggable.
    if (!isName(event)) event.preventDefault();
  };
  const onMouseOver = (event: React.MouseEvent) => {
    const place = placeOf(event);
    if (!place || event.buttons !== 1 || !from.current || isName(event)) return;
    if (!samePlace(place, from.current.place)) selection.span(from.current.place, place);
  };
  const onMouseUp = (event: React.MouseEvent) => {
    const place = placeOf(event);
    const began = from.current;
    from.current = undefined;
    if (!place || !began || !samePlace(place, began.place) || event.shiftKey) return;
    if (!grid.can.assign || isInEditor(event)) return;
    const cell = board.cellAt(place);
    if (board.held && cell) board.give(board.held, [cell]);
    else if (began.wasCurrent) board.setEditing({ typed: '' });
  };
  return { onMouseDown, onMouseOver, onMouseUp };
}

const isName = ({ target }: React.MouseEvent) =>
  target instanceof Element && target.closest('[draggable=true]') !== null;

const isInEditor = ({ target }: React.MouseEvent) =>
  target instanceof Element && target.closest('[data-editor]') !== null;
