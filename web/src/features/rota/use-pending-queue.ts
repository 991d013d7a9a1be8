import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import type { Answer } from '../../../../contract/platform/route.ts';
import type { listPendingShifts } from '../../../../contract/rota/list-pending-shifts.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { unlessInDialog } from '../../lib/unless-in-dialog.ts';
import { useSelection } from '../../lib/use-selection.ts';
import { useApproveShift } from './approve-shift.tsx';
import type { Decision } from './use-decide-in-turn.ts';

export type PendingShift = Answer<typeof listPendingShifts>[number];

/**
 * The queue's state: which row is current, which rows have been decided and are gone before the
 * server has said so, what came back refused, and whose candidates are shown. The keys move on
 * from the requests to the gaps below them.
 */
export function usePendingQueue(pending: readonly PendingShift[], gaps: readonly string[]) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<Readonly<Record<string, Error>>>({});
  const [chosen, setCurrent] = useState<string>();
  const [rejecting, askReject] = useState<string>();
  const [candidatesOf, setCandidatesOf] = useState<string>();
  const { openShift } = useOverlays();
  const rows = pending.filter(({ id }) => !hidden.has(id));
  const stops = [...rows.map(({ id }) => id), ...gaps];
  const at = Math.max(0, chosen ? stops.indexOf(chosen) : 0);
  const current = stops[at];
  const request = rows[at]?.id;

  const move = (step: number) =>
    setCurrent(stops[Math.min(stops.length - 1, Math.max(0, at + step))]);
  const onCandidates = (id: string) => setCandidatesOf(id === candidatesOf ? undefined : id);
  const selection = useSelection(rows.map(({ id }) => id));
  const [deciding, decide] = useState<Decision>();
  const extend = (step: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.id;
    if (!request || !next) return;
    selection.select(request, next);
    setCurrent(next);
  };
  const hide = (id: string) => {
    setCurrent((rows[at + 1] ?? rows[at - 1])?.id);
    setHidden((before) => new Set(before).add(id));
  };
  const onRefused = (id: string, error: Error) => {
    setHidden((before) => new Set([...before].filter((one) => one !== id)));
    setProblems((before) => ({ ...before, [id]: error }));
    setCurrent(id);
  };
  const action = useApproveShift({ onRefused });
  const approve = (id: string, override_overtime = false) => {
    setProblems(({ [id]: _, ...rest }) => rest);
    hide(id);
    action.mutate({ params: { id }, body: override_overtime ? { override_overtime } : {} });
  };
  const orSelected = (decision: Decision, one: (id: string) => void) => (id: string) =>
    selection.selected.length > 0 ? decide(decision) : one(id);
  useQueueKeys(request, {
    move,
    extend,
    onA: orSelected('approve', approve),
    onR: orSelected('reject', askReject),
    onO: openShift,
    onX: selection.toggle,
    onEscape: selection.clear,
    onC: () => current && onCandidates(current),
  });
  return {
    rows,
    current,
    setCurrent,
    candidatesOf,
    onCandidates,
    problems,
    approve,
    askReject,
    rejecting: rows.find(({ id }) => id === rejecting),
    hide,
    selection,
    deciding,
    decide,
    onRefused,
  };
}

type QueueKeys = Record<'move' | 'extend', (step: number) => void> &
  Record<'onA' | 'onR' | 'onO' | 'onX', (id: string) => void> &
  Record<'onEscape' | 'onC', () => void>;

function useQueueKeys(request: string | undefined, keys: QueueKeys): void {
  const onCurrent = (act: (id: string) => void) => () =>
    unlessInDialog(() => request && act(request));
  useHotkeys([
    ['j', () => keys.move(1)],
    ['ArrowDown', () => keys.move(1)],
    ['k', () => keys.move(-1)],
    ['ArrowUp', () => keys.move(-1)],
    ['shift+J', onCurrent(() => keys.extend(1))],
    ['shift+K', onCurrent(() => keys.extend(-1))],
    ['a', onCurrent(keys.onA)],
    ['r', onCurrent(keys.onR)],
    ['o', onCurrent(keys.onO)],
    ['x', onCurrent(keys.onX)],
    ['c', () => unlessInDialog(keys.onC)],
    ['Escape', onCurrent(keys.onEscape)],
  ]);
}
