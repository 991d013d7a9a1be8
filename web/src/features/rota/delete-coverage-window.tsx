import { deleteCoverageWindow } from '../../../../contract/rota/delete-coverage-window.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone } from '../../ui/notify.ts';
import { ConfirmDelete } from './confirm-delete.tsx';
import type { CoverageWindow } from './list-coverage-windows.tsx';

/** Ends a coverage window, after asking once. */
export function DeleteCoverageWindow(props: { window: CoverageWindow; onDone: () => void }) {
  const { window, onDone } = props;
  const action = useAction(deleteCoverageWindow, {
    onSuccess: ({ message }) => {
      notifyDone(message);
      onDone();
    },
  });
  return (
    <ConfirmDelete
      go="End the window"
      action={action}
      onGo={() => action.mutate({ params: { id: window.id } })}
      onKeep={onDone}
    >
      From today on, nobody has to be there for <strong>{window.name}</strong>. The days before keep
      it, those after change in finalized periods too.
    </ConfirmDelete>
  );
}
