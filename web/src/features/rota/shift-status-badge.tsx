import { useTranslation } from 'react-i18next';
import type { ShiftStatus } from '../../../../contract/rota/shift.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';

const tones: Record<ShiftStatus, Tone> = {
  PENDING: 'waiting',
  APPROVED: 'good',
  REJECTED: 'bad',
  CANCELLED: 'plain',
};

/** What became of a shift, in a word. */
export function ShiftStatusBadge({ status }: { status: ShiftStatus }) {
  const { t } = useTranslation('rota');
  return <Pill tone={tones[status]}>{t(`status.${status}`)}</Pill>;
}
