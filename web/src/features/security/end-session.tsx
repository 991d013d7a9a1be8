import { Button } from '@mantine/core';
import { endSession } from '../../../../contract/security/end-session.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { deviceName } from './device-name.ts';

/** Ends a session on another device. */
export function EndSession({ session }: { session: { id: string; user_agent: string } }) {
  const action = useAction(endSession, {
    refresh: ['security'],
    onSuccess: ({ message }) => notifyDone(message),
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      loading={action.isPending}
      aria-label={`End the session of ${deviceName(session.user_agent)}`}
      onClick={() => action.mutate({ params: { id: session.id } })}
    >
      End
    </Button>
  );
}
