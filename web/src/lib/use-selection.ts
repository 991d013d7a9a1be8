import { useState } from 'react';

/** Which of some rows are selected; what is no longer among them is not. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = ids.filter((id) => chosen.has(id));
  const set = (some: readonly string[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of some) {
        if (on) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  return {
    selected,
    isSelected: (id: string) => chosen.has(id),
    select: (...some: string[]) => set(some, true),
    toggle: (id: string) => set([id], !chosen.has(id)),
    clear: () => setChosen(new Set()),
  };
}
