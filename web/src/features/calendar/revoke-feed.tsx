import { IconLinkOff } from '@tabler/icons-react';
import { revokeFeed } from '../../../../contract/calendar/revoke-feed.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { AfterAsking } from './after-asking.tsx';

/** Revokes the secret address, after saying what that does and what it does not. */
export function RevokeFeed() {
  const action = useAction(revokeFeed, {
    onSuccess: ({ message }) => notifyDone(message),
    refresh: ['calendar', 'journal'],
  });
  return (
    <>
      <FormProblem error={action.error} />
      <AfterAsking
        label="Revoke the address"
        icon={<IconLinkOff size={16} />}
        question="Nobody can read your shifts at this address any more, you included. What calendars have shown may stay in them until you remove the subscription there. Your shifts themselves are not touched, and you can make a new address whenever you like."
        yes="Revoke it"
        bad
        busy={action.isPending}
        onYes={() => action.mutate({})}
      />
    </>
  );
}
