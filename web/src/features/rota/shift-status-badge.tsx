import type { ShiftStatus } from '../../../../contract/rota/shift.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';

const looks: Record<ShiftStatus, [word: string, tone: Tone]> = {
  PENDING: ['Waiting', 'waiting'],
  APPROVED: ['Approved', 'good'],
  REJECTED: ['Rejected', 'bad'],
  CANCELLED: ['Cancelled', 'plain'],
};

/** What became of a shift, in a word. */
export function ShiftStatusBadge({ status }: { status: ShiftStatus }) {
  const [word, tone] = looks[status];
  return <Pill tone={tone}>{word}</Pill>;
}
