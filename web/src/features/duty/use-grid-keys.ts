import { useHotkeys } from '@mantine/hooks';
import { mirrored } from '../../lib/direction.ts';
import { unlessInDialog } from '../../lib/unless-in-dialog.ts';
import { placeAfter } from './grid-place.ts';
import type { Board } from './use-board.ts';

/** What the grid answers to keys. The keys of undo work wherever the focus is on the page. */
export function useGridKeys(board: Board) {
  const { selection, size, grid } = board;
  useHotkeys([
    ['mod+Z', () => unlessInDialog(board.undo.undo)],
    ['mod+shift+Z', () => unlessInDialog(board.undo.redo)],
    ['mod+Y', () => unlessInDialog(board.undo.redo)],
  ]);
  return (event: React.KeyboardEvent) => {
    // While a name is typed, the keys are the editor's.
    if (board.editing || event.altKey) return;
    const mod = event.ctrlKey || event.metaKey;
    const next = placeAfter(mirrored(event.key), selection.cursor, size, mod);
    board.setNotice(undefined);
    if (next) selection.go(next, event.shiftKey);
    else if (event.key === 'Escape') letGo(board);
    else if (!grid.can.assign || !answer(board, event.key, mod)) return;
    event.preventDefault();
    // What the grid answers must not reach the keys of the page.
    event.nativeEvent.stopImmediatePropagation();
  };
}

/** Does what a key asks of the selected cells; false when it asks nothing. */
function answer(board: Board, key: string, mod: boolean): boolean {
  const { cells, held, selection, size } = board;
  if (mod && key === 'a') {
    selection.span({ row: 0, column: 0 }, { row: size.rows - 1, column: size.columns - 1 });
  } else if (mod && key === 'c') board.hold(cells[0]?.assignments[0]?.person);
  else if (mod && key === 'v' && held) board.give(held, cells);
  else if (mod) return false;
  else if (key === 'Delete' || key === 'Backspace') board.unlock();
  else if ((key === 'Enter' || key === ' ') && held) board.give(held, cells);
  else if (key === 'Enter' || key === 'F2' || key === ' ') board.setEditing({ typed: '' });
  else if ([...key].length === 1) board.setEditing({ typed: key });
  else return false;
  return true;
}

function letGo(board: Board): void {
  board.selection.clear();
  board.hold(undefined);
}
