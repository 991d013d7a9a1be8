import { Badge } from '@mantine/core';
import type { PeriodStatus } from '../../../../contract/rota/period.ts';

const looks: Record<PeriodStatus, { word: string; color: string }> = {
  OPEN: { word: 'Open', color: 'green' },
  LOCKED: { word: 'Locked', color: 'yellow' },
  FINALIZED: { word: 'Finalized', color: 'gray' },
};

/** Whether people may ask in a period, in a word. */
export function PeriodStatusBadge({ status }: { status: PeriodStatus }) {
  return (
    <Badge variant="light" color={looks[status].color} tt="none">
      {looks[status].word}
    </Badge>
  );
}
