import { useTranslation } from 'react-i18next';
import type { DeliveryStatus } from '../../../contract/inbox/delivery.ts';
import { Pill, type Tone } from './pill.tsx';

const tones: Record<DeliveryStatus, Tone> = {
  queued: 'waiting',
  sending: 'waiting',
  sent: 'good',
  delivered: 'good',
  read: 'good',
  failed: 'bad',
  bounced: 'bad',
  withdrawn: 'plain',
};

/** Where a message is on its way. */
export function DeliveryBadge({ status }: { status: DeliveryStatus }) {
  const { t } = useTranslation('inbox');
  return <Pill tone={tones[status]}>{t(`status.${status}`)}</Pill>;
}
