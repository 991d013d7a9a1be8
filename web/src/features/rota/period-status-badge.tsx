import type { PeriodStatus } from '../../../../contract/rota/period.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';

const looks: Record<PeriodStatus, [word: string, tone: Tone]> = {
  OPEN: ['Open', 'good'],
  LOCKED: ['Locked', 'warn'],
  FINALIZED: ['Finalized', 'plain'],
};

/** Whether people may ask in a period, in a word. */
export function PeriodStatusBadge({ status }: { status: PeriodStatus }) {
  const [word, tone] = looks[status];
  return <Pill tone={tone}>{word}</Pill>;
}
