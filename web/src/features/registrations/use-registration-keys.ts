import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import type { Registration } from '../../../../contract/registrations/registration.ts';
import { unlessInDialog } from '../../lib/unless-in-dialog.ts';

export type Decision = 'accept' | 'decline';
type Deciding = { id: string; decision: Decision };

/** The row that the keys act on: j and k move, o opens, a accepts, d declines. */
export function useRegistrationKeys(rows: readonly Registration[], open: (id: string) => void) {
  const [chosen, setCurrent] = useState<string>();
  const [deciding, decide] = useState<Deciding>();
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  );
  const current = rows[at];
  const move = (step: number) =>
    setCurrent(rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.id);
  const onKey = (act: (registration: Registration) => void) => () =>
    unlessInDialog(() => current && act(current));
  useHotkeys([
    ['j', onKey(() => move(1))],
    ['k', onKey(() => move(-1))],
    ['o', onKey(({ id }) => open(id))],
    ['a', onKey(({ id, can }) => can.accept && decide({ id, decision: 'accept' }))],
    ['d', onKey(({ id, can }) => can.decline && decide({ id, decision: 'decline' }))],
  ]);
  return { current: current?.id, setCurrent, deciding, decide };
}
