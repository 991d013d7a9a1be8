import { useTranslation } from 'react-i18next';
import type { PeriodStatus } from '../../../../contract/rota/period.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';

const tones: Record<PeriodStatus, Tone> = { OPEN: 'good', LOCKED: 'warn', FINALIZED: 'plain' };

/** Whether people may ask in a period, in a word. */
export function PeriodStatusBadge({ status }: { status: PeriodStatus }) {
  const { t } = useTranslation('rota');
  return <Pill tone={tones[status]}>{t(`periodStatus.${status}`)}</Pill>;
}
