import { useNavigate } from '@tanstack/react-router';
import { deletePeriod } from '../../../../contract/rota/delete-period.ts';
import type { Period } from '../../../../contract/rota/period.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone } from '../../ui/notify.ts';
import { ConfirmDelete } from './confirm-delete.tsx';

/** Deletes a period, after asking once; refused while people are on in it. */
export function DeletePeriod({ period, onDone }: { period: Period; onDone: () => void }) {
  const navigate = useNavigate();
  const action = useAction(deletePeriod, {
    onSuccess: async ({ message }) => {
      notifyDone(message);
      // First away from the page of what is no more, then everything is read again.
      await navigate({ to: '/periods' });
    },
  });
  return (
    <ConfirmDelete
      go="Delete the period"
      action={action}
      onGo={() => action.mutate({ params: { id: period.id } })}
      onKeep={onDone}
    >
      <strong>{period.name}</strong> goes only while nobody in it is on or waits for a decision.
      What was rejected or cancelled in it is kept.
    </ConfirmDelete>
  );
}
