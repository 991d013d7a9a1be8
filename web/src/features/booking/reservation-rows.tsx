import { Text, UnstyledButton } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { showDateSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { Surface } from '../../ui/surface.tsx';
import { PrimeTimePill } from './prime-time-pill.tsx';
import classes from './reservation-rows.module.css';
import { ReservationStatusPill } from './reservation-status-pill.tsx';

type ReservationRowsProps = { reservations: readonly Reservation[]; withName?: boolean };

/** Reservations as a list; each opens with all that may be done with it. */
export function ReservationRows({ reservations, withName = false }: ReservationRowsProps) {
  const { t } = useTranslation('booking');
  const { openReservation } = useOverlays();
  return (
    <Surface rows>
      {reservations.map((reservation) => (
        <UnstyledButton
          key={reservation.id}
          className={classes.row}
          onClick={() => openReservation(reservation.id)}
        >
          <span>
            <Text component="span" fw={600}>
              {showDateSpan(reservation)}
            </Text>
            <Text component="span" c="dimmed" className={classes.where}>
              {withName ? `${reservation.user_name} · ` : ''}
              {reservation.resource_name}
              {reservation.series ? (
                <IconRepeat size={14} aria-label={t('read.ofSeries')} role="img" />
              ) : null}
            </Text>
          </span>
          <span className={classes.pills}>
            {reservation.is_primetime ? <PrimeTimePill /> : null}
            <ReservationStatusPill status={reservation.status} />
          </span>
          {reservation.rejection_reason ? (
            <Text component="span" size="sm" c="dimmed" className={classes.reason}>
              “{reservation.rejection_reason}”
            </Text>
          ) : null}
        </UnstyledButton>
      ))}
    </Surface>
  );
}
