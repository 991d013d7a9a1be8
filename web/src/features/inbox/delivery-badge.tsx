import { Pill, type Tone } from '../../ui/pill.tsx';

const tones: Record<string, Tone> = { sent: 'good', failed: 'bad', bounced: 'bad' };

/** Where a message is on its way. */
export function DeliveryBadge({ status }: { status: string }) {
  return <Pill tone={tones[status] ?? 'plain'}>{status}</Pill>;
}
