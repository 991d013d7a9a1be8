import { useRef } from 'react';
import type { Grid } from '../../../../contract/duty/grid.ts';

const none: ReadonlySet<string> = new Set();

/** Which assignments came while the grid was open: they light up once. */
export function useFresh(grid: Grid): ReadonlySet<string> {
  const known = useRef<{ grid: Grid; ids: Set<string>; fresh: ReadonlySet<string> }>(undefined);
  const before = known.current;
  if (before?.grid === grid) return before.fresh;
  const ids = new Set(
    grid.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.assignments.map(({ id }) => id))),
  );
  const fresh = before ? new Set([...ids].filter((id) => !before.ids.has(id))) : none;
  known.current = { grid, ids, fresh };
  return fresh;
}
