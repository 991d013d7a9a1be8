import { Badge } from '@mantine/core';
import type { ShiftStatus } from '../../../../contract/rota/shift.ts';

const looks: Record<ShiftStatus, { word: string; color: string; dashed?: boolean }> = {
  PENDING: { word: 'Waiting', color: 'gray', dashed: true },
  APPROVED: { word: 'Approved', color: 'green' },
  REJECTED: { word: 'Rejected', color: 'red' },
  CANCELLED: { word: 'Cancelled', color: 'gray' },
};

/** What became of a shift, in a word. */
export function ShiftStatusBadge({ status }: { status: ShiftStatus }) {
  const { word, color, dashed } = looks[status];
  return (
    <Badge
      variant={dashed ? 'outline' : 'light'}
      color={color}
      tt="none"
      style={dashed ? { borderStyle: 'dashed' } : {}}
    >
      {word}
    </Badge>
  );
}
