/** A cell of the grid by its place: row of a date, column of a duty. */
export type Place = { row: number; column: number };
export type Size = { rows: number; columns: number };

/** The cells between two corners, the corners too; by rows. */
export function placesBetween(one: Place, other: Place): Place[] {
  const rows = between(one.row, other.row);
  const columns = between(one.column, other.column);
  return rows.flatMap((row) => columns.map((column) => ({ row, column })));
}

/** Where a key leads from a cell; undefined for a key that leads nowhere. */
export function placeAfter(key: string, from: Place, size: Size, far: boolean): Place | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const step = steps[key];
  if (step) {
    const [down, along] = step;
    if (far)
      return { row: edge(down, from.row, last.row), column: edge(along, from.column, last.column) };
    return inside({ row: from.row + down, column: from.column + along }, size);
  }
  if (key === 'Home') return { row: far ? 0 : from.row, column: 0 };
  if (key === 'End') return { row: far ? last.row : from.row, column: last.column };
  if (key === 'PageUp') return inside({ ...from, row: from.row - 7 }, size);
  if (key === 'PageDown') return inside({ ...from, row: from.row + 7 }, size);
  return undefined;
}

/** The next cell as Tab goes through a sheet: along the row, then down; undefined past either end. */
export function placeBeside(from: Place, size: Size, step: 1 | -1): Place | undefined {
  const index = from.row * size.columns + from.column + step;
  if (index < 0 || index >= size.rows * size.columns) return undefined;
  return { row: Math.floor(index / size.columns), column: index % size.columns };
}

export const samePlace = (one: Place, other: Place) =>
  one.row === other.row && one.column === other.column;

const steps: Record<string, [down: number, along: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const edge = (step: number, at: number, last: number) => (step < 0 ? 0 : step > 0 ? last : at);

function inside(place: Place, size: Size): Place {
  return {
    row: Math.max(0, Math.min(size.rows - 1, place.row)),
    column: Math.max(0, Math.min(size.columns - 1, place.column)),
  };
}

function between(one: number, other: number): number[] {
  const from = Math.min(one, other);
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, step) => from + step);
}
