import { useTranslation } from 'react-i18next';
import type { ReservationStatus } from '../../../../contract/booking/reservation.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';

const tones: Record<ReservationStatus, Tone> = {
  CONFIRMED: 'good',
  PENDING: 'waiting',
  REJECTED: 'bad',
  CANCELLED: 'plain',
  EXPIRED: 'plain',
};

/** How a reservation stands. */
export function ReservationStatusPill({ status }: { status: ReservationStatus }) {
  const { t } = useTranslation('booking');
  return <Pill tone={tones[status]}>{t(`status.${status}`)}</Pill>;
}
