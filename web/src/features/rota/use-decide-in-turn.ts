import i18next from 'i18next';
import { useRef, useState } from 'react';
import { approveShift } from '../../../../contract/rota/approve-shift.ts';
import { rejectShift } from '../../../../contract/rota/reject-shift.ts';
import { call } from '../../lib/call.ts';
import { refreshModules } from '../../lib/query.ts';
import { randomId } from '../../lib/random-id.ts';

export type Decision = 'approve' | 'reject';
export type Result = 'waits' | 'runs' | 'done' | Error;

type Told = { onDone: (id: string) => void; onRefused: (id: string, error: Error) => void };

/**
 * Decides requests one after another, oldest first; what is refused stops none of the others.
 * `stop` lets the one in hand end and leaves the rest undecided.
 */
export function useDecideInTurn(decision: Decision, ids: readonly string[], told: Told) {
  const [results, setResults] = useState<Readonly<Record<string, Result>>>({});
  const [state, setState] = useState<'asks' | 'runs' | 'stops' | 'over'>('asks');
  const stopped = useRef(false);
  const note = (id: string, result: Result) =>
    setResults((before) => ({ ...before, [id]: result }));
  const run = async (reason: string) => {
    setState('runs');
    for (const id of ids) {
      if (stopped.current) break;
      note(id, 'runs');
      try {
        await decide(decision, id, reason);
        note(id, 'done');
        told.onDone(id);
      } catch (problem) {
        const error =
          problem instanceof Error ? problem : new Error(i18next.t('lib:somethingWrong'));
        note(id, error);
        told.onRefused(id, error);
      }
    }
    setState('over');
    await refreshModules('rota', 'calendar', 'journal');
  };
  const stop = () => {
    stopped.current = true;
    setState((before) => (before === 'runs' ? 'stops' : before));
  };
  const resultOf = (id: string): Result => results[id] ?? 'waits';
  const decided = ids.filter((id) => resultOf(id) === 'done').length;
  const refused = ids.filter((id) => resultOf(id) instanceof Error).length;
  const left = ids.length - decided - refused;
  return { state, run, stop, resultOf, decided, refused, left };
}

function decide(decision: Decision, id: string, reason: string): Promise<unknown> {
  const once = { idempotencyKey: randomId() };
  return decision === 'approve'
    ? call(approveShift, { params: { id }, body: {} }, once)
    : call(rejectShift, { params: { id }, body: { rejected_reason: reason } }, once);
}
