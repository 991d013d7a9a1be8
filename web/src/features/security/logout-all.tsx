import { Button } from '@mantine/core';
import { logoutAll } from '../../../../contract/security/logout-all.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';

/** Ends my sessions on all other devices. */
export function LogoutAll({ others }: { others: number }) {
  const action = useAction(logoutAll, {
    refresh: ['security'],
    onSuccess: ({ message }) => notifyDone(message),
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      loading={action.isPending}
      onClick={() => action.mutate({ body: { keep_this: true } })}
    >
      {others === 1 ? 'End the other one' : `End the other ${others}`}
    </Button>
  );
}
