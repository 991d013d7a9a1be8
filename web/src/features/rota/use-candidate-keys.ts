import { useHotkeys } from '@mantine/hooks';
import type { Candidate } from '../../../../contract/assistant/gap.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { unlessInDialog } from '../../lib/unless-in-dialog.ts';

type Span = { date: string; start_time: string; end_time: string };

/** The keys 1 to 3 put the first three candidates on, but who asked, after a look at the form. */
export function useCandidateKeys(
  candidates: readonly Candidate[],
  span: Span,
  asker?: string,
): void {
  const { openAsk } = useOverlays();
  const { date, ...times } = span;
  const putOn = (index: number) => () =>
    unlessInDialog(() => {
      const person = candidates[index]?.person;
      if (person && person !== asker) openAsk(date, { ...times, person });
    });
  useHotkeys([
    ['1', putOn(0)],
    ['2', putOn(1)],
    ['3', putOn(2)],
  ]);
}
