import { useTranslation } from 'react-i18next';
import type { TradeStatus } from '../../../../contract/trades/trade.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';

const tones: Record<TradeStatus, Tone> = {
  PENDING: 'waiting',
  ACCEPTED: 'good',
  REJECTED: 'bad',
  CANCELLED: 'plain',
  EXPIRED: 'plain',
};

type TradeStatusPillProps = { status: TradeStatus; waitsFor: string | null };

/** How a trade stands, and while it waits for whom. */
export function TradeStatusPill({ status, waitsFor }: TradeStatusPillProps) {
  const { t } = useTranslation('trades');
  const word = waitsFor === 'admin' ? t('status.waitsForAdmin') : t(`status.${status}`);
  return <Pill tone={tones[status]}>{word}</Pill>;
}
