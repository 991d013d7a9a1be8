import type { DeliveryStatus } from '../../../../contract/inbox/delivery.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';

const looks: Record<DeliveryStatus, [word: string, tone: Tone]> = {
  queued: ['waiting', 'waiting'],
  sending: ['going out', 'waiting'],
  sent: ['sent', 'good'],
  delivered: ['delivered', 'good'],
  read: ['read', 'good'],
  failed: ['failed', 'bad'],
  bounced: ['bounced', 'bad'],
  withdrawn: ['withdrawn', 'plain'],
};

/** Where a message is, in a word. */
export function deliveryWord(status: DeliveryStatus): string {
  return looks[status][0];
}

/** Where a message is on its way. */
export function DeliveryBadge({ status }: { status: DeliveryStatus }) {
  const [word, tone] = looks[status];
  return <Pill tone={tone}>{word}</Pill>;
}
