import { useState } from 'react';
import { type Place, placesBetween, type Size, samePlace } from './grid-place.ts';

/** The cell that the keys act on, and the corner that a selection was begun at. */
export function useGridSelection(size: Size, start: Place) {
  const [cursor, setCursor] = useState(start);
  const [corner, setCorner] = useState<Place>();
  const at = {
    row: Math.min(cursor.row, size.rows - 1),
    column: Math.min(cursor.column, size.columns - 1),
  };
  const places = placesBetween(corner ?? at, at);
  return {
    cursor: at,
    places,
    isMany: places.length > 1,
    isSelected: (place: Place) => places.some((one) => samePlace(one, place)),
    /** Goes to a cell; `extend` selects all between it and where the selection began. */
    go: (place: Place, extend = false) => {
      setCorner(extend ? (corner ?? at) : undefined);
      setCursor(place);
    },
    /** Selects from one corner to another. */
    span: (from: Place, to: Place) => {
      setCorner(from);
      setCursor(to);
    },
    clear: () => setCorner(undefined),
  };
}
