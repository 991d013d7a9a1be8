import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { unlessInDialog } from '../../lib/unless-in-dialog.ts';
import { useSelection } from '../../lib/use-selection.ts';
import { notifyProblem } from '../../ui/notify.ts';
import { useApproveReservation } from './decide-reservation.tsx';
import type { Decision } from './decide-reservations.tsx';

/**
 * The queue's state: which row is current, which have been decided and are gone before the server
 * has said so, and what came back refused.
 */
export function useWaitingQueue(waiting: readonly Reservation[]) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<Readonly<Record<string, Error>>>({});
  const [chosen, setCurrent] = useState<string>();
  const [rejecting, askReject] = useState<string>();
  const [deciding, decide] = useState<Decision>();
  const { openReservation } = useOverlays();
  const rows = waiting.filter(({ id }) => !hidden.has(id));
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  );
  const current = rows[at]?.id;
  const selection = useSelection(rows.map(({ id }) => id));
  const stepTo = (step: number) => rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.id;
  const hide = (id: string) => {
    setCurrent((rows[at + 1] ?? rows[at - 1])?.id);
    setHidden((before) => new Set(before).add(id));
  };
  const onRefused = (id: string, error: Error) => {
    setHidden((before) => new Set([...before].filter((one) => one !== id)));
    setProblems((before) => ({ ...before, [id]: error }));
    setCurrent(id);
  };
  const action = useApproveReservation({
    onRefused: (id, error) => {
      onRefused(id, error);
      // What someone else decided meanwhile is gone from the queue, and with it the place to say so.
      notifyProblem(error);
    },
  });
  const approve = (id: string) => {
    setProblems(({ [id]: _, ...others }) => others);
    hide(id);
    action.mutate({ params: { id }, body: { action: 'approve' } });
  };
  const orSelected = (decision: Decision, one: (id: string) => void) => (id: string) =>
    selection.selected.length > 0 ? decide(decision) : one(id);
  useQueueKeys(current, {
    move: (step) => setCurrent(stepTo(step)),
    extend: (step) => {
      const next = stepTo(step);
      if (!current || !next) return;
      selection.select(current, next);
      setCurrent(next);
    },
    onA: orSelected('approve', approve),
    onR: orSelected('reject', askReject),
    onO: openReservation,
    onX: selection.toggle,
    onEscape: selection.clear,
  });
  return {
    ...{ rows, current, setCurrent, selection, problems, approve, askReject, hide, onRefused },
    ...{ deciding, decide },
    rejecting: rows.find(({ id }) => id === rejecting),
  };
}

type QueueKeys = Record<'move' | 'extend', (step: number) => void> &
  Record<'onA' | 'onR' | 'onO' | 'onX', (id: string) => void> & { onEscape: () => void };

function useQueueKeys(current: string | undefined, keys: QueueKeys): void {
  const onCurrent = (act: (id: string) => void) => () =>
    unlessInDialog(() => current && act(current));
  useHotkeys([
    ['j', onCurrent(() => keys.move(1))],
    ['ArrowDown', onCurrent(() => keys.move(1))],
    ['k', onCurrent(() => keys.move(-1))],
    ['ArrowUp', onCurrent(() => keys.move(-1))],
    ['shift+J', onCurrent(() => keys.extend(1))],
    ['shift+K', onCurrent(() => keys.extend(-1))],
    ['a', onCurrent(keys.onA)],
    ['r', onCurrent(keys.onR)],
    ['o', onCurrent(keys.onO)],
    ['x', onCurrent(keys.onX)],
    ['Escape', onCurrent(keys.onEscape)],
  ]);
}
