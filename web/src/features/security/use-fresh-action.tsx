import { useState } from 'react';
import type { Answer, Route } from '../../../../contract/platform/route.ts';
import type { Given } from '../../lib/call.ts';
import { isRefusal } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { ConfirmPassword } from './confirm-password.tsx';

/**
 * An action that a log-in of long ago may not do: then the password is asked for, and the action goes
 * on by itself. `dialog` has to be shown somewhere.
 */
export function useFreshAction<const R extends Route>(
  route: R,
  options: { onSuccess?: (answer: Answer<R>) => unknown; onError?: (error: Error) => unknown } = {},
) {
  const [waiting, setWaiting] = useState<Given<R> | null>(null);
  const action = useAction(route, {
    ...(options.onSuccess && { onSuccess: options.onSuccess }),
    onError: (error, given) => {
      if (isRefusal(error, 'confirm_password')) setWaiting(given);
      else options.onError?.(error);
    },
  });
  const asks = isRefusal(action.error, 'confirm_password');
  const goOn = () => {
    if (waiting) action.mutate(waiting);
    setWaiting(null);
  };
  return {
    run: action.mutate,
    isPending: action.isPending,
    error: asks ? null : action.error,
    dialog: waiting ? <ConfirmPassword onDone={goOn} onClose={() => setWaiting(null)} /> : null,
  };
}
