import { useRouter } from '@tanstack/react-router';
import { login } from '../../../../contract/identity/login.ts';
import { queryClient } from '../../lib/query.ts';
import { startSession } from '../../lib/session.ts';
import { useAction } from '../../lib/use-action.ts';

/** Logs in and goes on to the page that was asked for. */
export function useLogin(next?: string) {
  const enter = useEnter(next);
  return useAction(login, { refresh: [], onSuccess: enter });
}

/** What follows a log-in that was granted: the session is kept, and the page that was asked for opens. */
export function useEnter(next?: string) {
  const router = useRouter();
  return async ({ tokens }: { tokens: { access: string } }) => {
    queryClient.clear();
    startSession(tokens.access);
    const local = next && /^\/(?![/\\])/.test(next) ? next : '/calendar';
    await router.navigate({ href: local });
  };
}
