import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyAssignment } from '../../../../contract/duty/duty-assignment.ts';
import { undoDuties } from '../../../../contract/duty/undo-duties.ts';
import { useAction } from '../../lib/use-action.ts';
import { announce } from '../../ui/announce.tsx';
import { notifyProblem } from '../../ui/notify.ts';

/** What one deed did: who was put on, who was taken off. Undone, it is the other way round. */
export type Deed = { assigned: readonly string[]; unlocked: readonly string[] };

const ids = (assignments: readonly DutyAssignment[]) => assignments.map(({ id }) => id);

/** What was done in this grid since it was opened, to take back and to do again. */
export function useUndo() {
  const { t } = useTranslation('duty');
  const [past, setPast] = useState<readonly Deed[]>([]);
  const [future, setFuture] = useState<readonly Deed[]>([]);
  const action = useAction(undoDuties, { refresh: ['duty', 'reminders', 'journal'] });

  const turn = async (from: 'past' | 'future') => {
    const [stack, setStack] = from === 'past' ? [past, setPast] : [future, setFuture];
    const setOther = from === 'past' ? setFuture : setPast;
    const deed = stack.at(-1);
    if (!deed || action.isPending) return;
    try {
      const { assigned, unlocked } = await action.mutateAsync({
        body: {
          assigned: [...deed.assigned],
          unlocked: [...deed.unlocked],
          reason: t(from === 'past' ? 'undoReason' : 'redoReason'),
        },
      });
      setOther((before) => [...before, { assigned: ids(assigned), unlocked: ids(unlocked) }]);
      announce(t(from === 'past' ? 'undone' : 'redone'));
    } catch (error) {
      notifyProblem(error);
    }
    // What can't be undone now can't be undone later either.
    setStack((before) => before.slice(0, -1));
  };
  return {
    canUndo: past.length > 0 && !action.isPending,
    canRedo: future.length > 0 && !action.isPending,
    undo: () => void turn('past'),
    redo: () => void turn('future'),
    did: (deed: Deed) => {
      setPast((before) => [...before, deed]);
      setFuture([]);
    },
  };
}
