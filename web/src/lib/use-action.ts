import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Answer, Route } from '../../../contract/platform/route.ts';
import { call, type Given, type Sending } from './call.ts';
import { ProblemError } from './problem.ts';
import { refreshModules } from './query.ts';
import { randomId } from './random-id.ts';

type Options<R extends Route> = {
  onSuccess?: (answer: Answer<R>, given: Given<R>) => unknown;
  onError?: (error: Error, given: Given<R>) => unknown;
  version?: () => number | undefined;
  onProgress?: (sent: number) => void;
  /** Modules to read again after; by default the route's own, the calendars and the journal. */
  refresh?: readonly string[];
};

/** A changing route as a mutation: keyed once per intention, and its module is read again after. */
export function useAction<const R extends Route>(route: R, options: Options<R> = {}) {
  const intention = useRef<{ of: string; key: string } | undefined>(undefined);
  return useMutation<Answer<R>, Error, Given<R>>({
    mutationFn: (given) => {
      const of = JSON.stringify(given);
      // The same thing again after silence is the same intention; after an answer it is a new one.
      if (intention.current?.of !== of) intention.current = { of, key: randomId() };
      const sending: Sending = { version: options.version?.(), onProgress: options.onProgress };
      if (route.method === 'POST') sending.idempotencyKey = intention.current.key;
      return call(route, given, sending);
    },
    onSuccess: async (answer, given) => {
      intention.current = undefined;
      await options.onSuccess?.(answer, given);
    },
    onError: (error, given) => {
      if (error instanceof ProblemError) intention.current = undefined;
      return options.onError?.(error, given);
    },
    onSettled: () => {
      void refreshModules(
        ...(options.refresh ?? [route.module, 'calendar', 'assistant', 'journal']),
      );
    },
  });
}
