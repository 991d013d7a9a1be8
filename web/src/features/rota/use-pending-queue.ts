import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import type { Answer } from '../../../../contract/platform/route.ts';
import type { listPendingShifts } from '../../../../contract/rota/list-pending-shifts.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useApproveShift } from './approve-shift.tsx';

export type PendingShift = Answer<typeof listPendingShifts>[number];

/**
 * The queue's state: which row is current, which rows have been decided and are gone before the
 * server has said so, and what came back refused.
 */
export function usePendingQueue(pending: readonly PendingShift[]) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<Readonly<Record<string, Error>>>({});
  const [chosen, setCurrent] = useState<string>();
  const [rejecting, askReject] = useState<string>();
  const { openShift } = useOverlays();
  const rows = pending.filter(({ id }) => !hidden.has(id));
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  );
  const current = rows[at]?.id;

  const move = (step: number) =>
    setCurrent(rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.id);
  const hide = (id: string) => {
    setCurrent((rows[at + 1] ?? rows[at - 1])?.id);
    setHidden((before) => new Set(before).add(id));
  };
  const action = useApproveShift({
    onRefused: (id, error) => {
      setHidden((before) => new Set([...before].filter((one) => one !== id)));
      setProblems((before) => ({ ...before, [id]: error }));
      setCurrent(id);
    },
  });
  const approve = (id: string, override_overtime = false) => {
    setProblems(({ [id]: _, ...rest }) => rest);
    hide(id);
    action.mutate({ params: { id }, body: override_overtime ? { override_overtime } : {} });
  };
  const onCurrent = (act: (id: string) => void) => () => {
    if (current && !document.querySelector('[role="dialog"]')) act(current);
  };

  useHotkeys([
    ['j', () => move(1)],
    ['ArrowDown', () => move(1)],
    ['k', () => move(-1)],
    ['ArrowUp', () => move(-1)],
    ['a', onCurrent(approve)],
    ['r', onCurrent(askReject)],
    ['o', onCurrent(openShift)],
  ]);
  return {
    rows,
    current,
    setCurrent,
    problems,
    approve,
    askReject,
    rejecting: rows.find(({ id }) => id === rejecting),
    hide,
  };
}
