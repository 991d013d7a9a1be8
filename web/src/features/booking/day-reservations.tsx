import { Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingDay } from '../../../../contract/booking/booking-day.ts';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useMay } from '../../lib/use-me.ts';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './day-reservations.module.css';
import { PrimeTimePill } from './prime-time-pill.tsx';
import { ReservationStatusPill } from './reservation-status-pill.tsx';

// A busy day has hundreds; what is below the fold is drawn when one gets there.
const rowsAtOnce = 40;

/** A day beside its grid: hours, prime time, and what is reserved, mine or as admin all by name. */
export function DayReservations({ day }: { day: BookingDay }) {
  const { t } = useTranslation('booking');
  const [shown, setShown] = useState(rowsAtOnce);
  const mayRead = useMay('reservation.decide');
  const readable = day.reserved_slots.filter(({ mine }) => mayRead || mine);
  const free = day.available_slots.filter(({ available }) => available).length;
  return (
    <Stack gap="md">
      <div>
        <Text>{t('month.free', { count: free })}</Text>
        <Text size="sm" c="dimmed">
          {t('day.open', { span: showSpan(day.business_hours) })}
        </Text>
        {day.primetime_spans.map((span) => (
          <Text key={span.start_time} size="sm" mt={4}>
            <PrimeTimePill /> {showSpan(span)}
          </Text>
        ))}
      </div>
      <section aria-labelledby="day-reservations">
        <Title order={2} id="day-reservations" mb="xs">
          {mayRead ? t('day.reserved') : t('day.yours')}{' '}
          <Text span c="dimmed" fw={400}>
            {readable.length}
          </Text>
        </Title>
        {readable.length > 0 ? (
          <Surface rows>
            {readable.slice(0, shown).map((reservation) => (
              <ReservedRow key={reservation.id} reservation={reservation} withName={mayRead} />
            ))}
          </Surface>
        ) : (
          <Text c="dimmed">{mayRead ? t('day.noneReserved') : t('day.noneYours')}</Text>
        )}
        <MoreRows
          has={shown < readable.length}
          loading={false}
          onMore={() => setShown(shown + rowsAtOnce)}
        />
      </section>
    </Stack>
  );
}

type ReservedRowProps = { reservation: Reservation; withName: boolean };

function ReservedRow({ reservation, withName }: ReservedRowProps) {
  const { t } = useTranslation('booking');
  const { openReservation } = useOverlays();
  return (
    <UnstyledButton className={classes.row} onClick={() => openReservation(reservation.id)}>
      <span>
        <Text component="span" fw={600}>
          {showSpan(reservation)}
        </Text>{' '}
        {withName ? (reservation.mine ? t('slot.you') : reservation.user_name) : null}
      </span>
      {reservation.status === 'PENDING' ? (
        <ReservationStatusPill status={reservation.status} />
      ) : null}
    </UnstyledButton>
  );
}
