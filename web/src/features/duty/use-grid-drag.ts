import { useState } from 'react';
import { standingOf } from './grid-person.ts';
import { type Place, samePlace } from './grid-place.ts';
import type { Board, Carried } from './use-board.ts';
import { placeOf } from './use-grid-mouse.ts';
import { keyOf } from './use-put-on.ts';
import { useSayStanding } from './use-say-standing.ts';

/** Dragging a name: from the list into cells, or from cell to cell. What stands in the way is said on the way. */
export function useGridDrag(board: Board) {
  const [over, setOver] = useState<Place>();
  const sayStanding = useSayStanding();

  const onDragStart = (event: React.DragEvent) => {
    const id =
      event.target instanceof Element ? event.target.getAttribute('data-assignment') : null;
    const from = board.cells.flatMap((cell) => cell.assignments).find((one) => one.id === id);
    if (!from) return event.preventDefault();
    event.dataTransfer.setData('text/plain', from.person_name);
    event.dataTransfer.effectAllowed = 'move';
    board.carry({ person: from.person, from });
  };
  const onDragOver = (event: React.DragEvent) => {
    const place = placeOf(event);
    const { held, carried } = board;
    if (!place || !held || !carried) return setOver(undefined);
    if (mayDrop(board, carried, place)) event.preventDefault();
    if (over && samePlace(over, place)) return;
    setOver(place);
    const cell = board.cellAt(place);
    const said = cell && sayStanding(held, [cell], carried.from?.id);
    const tells = said?.is === 'busy' || said?.is === 'shut';
    board.setNotice(tells ? { key: keyOf(cell as never), sentence: said.sentence } : undefined);
  };
  const onDrop = (event: React.DragEvent) => {
    event.preventDefault();
    const place = placeOf(event);
    const { held, carried, selection } = board;
    end();
    const cell = place && board.cellAt(place);
    if (!cell || !held || !carried) return;
    if (carried.from) return board.setMoving({ from: carried.from, to: cell });
    const onSelected = selection.isMany && selection.isSelected(place);
    if (!onSelected) selection.go(place);
    board.give(held, onSelected ? board.cells : [cell]);
  };
  const end = () => {
    setOver(undefined);
    board.setNotice(undefined);
    board.carry(undefined);
  };
  return { over, handlers: { onDragStart, onDragOver, onDrop, onDragEnd: end } };
}

/** Into a free place; from the list also in place of who is there alone, which asks for a reason. */
function mayDrop({ held, cellAt }: Board, { from }: Carried, place: Place): boolean {
  const cell = cellAt(place);
  if (!cell || !held) return false;
  const { is } = standingOf(held, cell, from?.id);
  return is === 'free' || (is === 'full' && !from && cell.people === 1);
}
