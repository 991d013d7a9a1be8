import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowsExchange, IconPencil, IconRepeat } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readReservation } from '../../../../contract/booking/read-reservation.ts';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { showDateSpan, showHours, showInstant, showMoney } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { queryOf } from '../../lib/query.ts';
import { useTopic } from '../../lib/topics.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { ApprovalReasons } from '../../ui/approval-reasons.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { CancelReservation } from './cancel-reservation.tsx';
import { DecideReservation } from './decide-reservation.tsx';
import { EditReservation } from './edit-reservation.tsx';
import { PrimeTimePill } from './prime-time-pill.tsx';
import { ReservationStatusPill } from './reservation-status-pill.tsx';

/** One reservation, over any page: its facts, and what may be done with it. */
export function ReadReservation({ id }: { id: string }) {
  const { t } = useTranslation('booking');
  const { close } = useOverlays();
  const reservation = useQuery(queryOf(readReservation, { params: { id } }));
  const [editing, setEditing] = useState(false);
  return (
    <Sheet aside title={editing ? t('edit.title') : t('read.title')} opened onClose={close}>
      <QueryView query={reservation}>
        {(read) =>
          editing ? (
            <EditReservation reservation={read} onDone={() => setEditing(false)} />
          ) : (
            <Facts reservation={read} onEdit={() => setEditing(true)} />
          )
        }
      </QueryView>
    </Sheet>
  );
}

type FactsProps = { reservation: Reservation; onEdit: () => void };

function Facts({ reservation, onEdit }: FactsProps) {
  const { t } = useTranslation('booking');
  useTopic(`resource:${reservation.resource}`);
  const { can, status, cost } = reservation;
  return (
    <Stack>
      <div>
        <Group gap={6}>
          <ReservationStatusPill status={status} />
          {reservation.is_primetime ? <PrimeTimePill /> : null}
        </Group>
        <Title order={2} mt={8}>
          {reservation.resource_name}
        </Title>
        <Text>{showDateSpan(reservation, 'long')}</Text>
        <Text c="dimmed" size="sm">
          {[
            showHours(reservation.duration_hours),
            cost ? showMoney(cost.amount, cost.currency) : '',
            reservation.mine ? '' : (reservation.user_name ?? ''),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {reservation.series ? (
          <Text c="dimmed" size="sm" mt={4}>
            <IconRepeat size={14} aria-hidden /> {t('read.ofSeries')}
          </Text>
        ) : null}
      </div>
      <WhyWaiting reservation={reservation} />
      <Said label={t('form.notesShort')} text={reservation.notes} />
      <Said
        label={t(`read.why.${status === 'EXPIRED' ? 'expired' : 'rejected'}`)}
        text={reservation.rejection_reason}
      />
      {reservation.decided_by_name ? (
        <Text size="sm" c="dimmed">
          {t('read.decidedBy', { name: reservation.decided_by_name })}
        </Text>
      ) : null}
      {can.approve || can.reject ? <DecideReservation reservation={reservation} /> : null}
      <Group gap="xs">
        {can.edit ? (
          <Button variant="default" leftSection={<IconPencil size={16} />} onClick={onEdit}>
            {t('read.change')}
          </Button>
        ) : null}
        <TradeIt reservation={reservation} />
        {can.cancel ? <CancelReservation reservation={reservation} /> : null}
      </Group>
    </Stack>
  );
}

function TradeIt({ reservation }: { reservation: Reservation }) {
  const { t } = useTranslation('booking');
  const mayTrade = useMay('trade.make');
  const { mine, status, editable } = reservation;
  if (!mayTrade || !mine || status !== 'CONFIRMED' || !editable) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconArrowsExchange size={16} />}
      renderRoot={(props) => (
        <Link {...props} to="/booking/trades" search={{ mine: reservation.id }} />
      )}
    >
      {t('read.trade')}
    </Button>
  );
}

function WhyWaiting({ reservation }: { reservation: Reservation }) {
  const { t } = useTranslation('booking');
  const { time_zone } = useMe().organisation;
  const { status, approval_reasons, hold_expires_at } = reservation;
  if (status !== 'PENDING') return null;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t('read.why.pending')}
      </Text>
      <ApprovalReasons reasons={approval_reasons} />
      {hold_expires_at ? (
        <Text size="sm" c="dimmed" mt={4}>
          {t('read.heldUntil', { until: showInstant(hold_expires_at, time_zone) })}
        </Text>
      ) : null}
    </div>
  );
}

function Said({ label, text }: { label: string; text: string }) {
  if (!text) return null;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
    </div>
  );
}
