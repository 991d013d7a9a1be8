import { Anchor, Avatar, Button, Checkbox, Group, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { showDateSpan, showHours, showInstant } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useMe } from '../../lib/use-me.ts';
import { ApprovalReasons } from '../../ui/approval-reasons.tsx';
import { FormProblem } from '../../ui/form-problem.tsx';
import { CostText } from './cost-text.tsx';
import { useSayReservation } from './decide-reservation.tsx';
import { PrimeTimePill } from './prime-time-pill.tsx';
import classes from './waiting-row.module.css';

type WaitingRowProps = {
  reservation: Reservation;
  current: boolean;
  selected: boolean;
  problem: Error | undefined;
  onCurrent: () => void;
  onSelect: () => void;
  onApprove: () => void;
  onReject: () => void;
};

/** A reservation that waits: who, what and when, why it waits and until when. */
export function WaitingRow(props: WaitingRowProps) {
  const { reservation, current, selected, problem, onCurrent, onSelect } = props;
  const { t } = useTranslation('booking');
  const { openReservation } = useOverlays();
  const { time_zone } = useMe().organisation;
  const what = useSayReservation()(reservation);
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { id, user_name, hold_expires_at } = reservation;
  return (
    <article
      ref={row}
      className={classes.row}
      data-current={current || undefined}
      aria-current={current || undefined}
      data-selected={selected || undefined}
      aria-label={what}
      onFocus={onCurrent}
    >
      <Checkbox
        size="md"
        aria-label={t('queue.select', { what })}
        checked={selected}
        onChange={onSelect}
        className={classes.select ?? ''}
      />
      <Avatar name={user_name ?? ''} color="cobalt" size="md" visibleFrom="sm" />
      <div className={classes.facts}>
        <Group gap="xs" justify="space-between">
          <Anchor component="button" fw={600} c="inherit" onClick={() => openReservation(id)}>
            {user_name}
          </Anchor>
          <Text size="xs" c="dimmed">
            {t('queue.asked', { at: showInstant(reservation.created_at, time_zone) })}
          </Text>
        </Group>
        <Text>
          <strong>{showDateSpan(reservation)}</strong>{' '}
          <Text span c="dimmed" inherit>
            · {showHours(reservation.duration_hours)} · {reservation.resource_name}
          </Text>{' '}
          <CostText cost={reservation.cost} />
        </Text>
        {reservation.notes ? <Text className={classes.notes}>{reservation.notes}</Text> : null}
        {reservation.is_primetime ? (
          <div>
            <PrimeTimePill />
          </div>
        ) : null}
        <ApprovalReasons reasons={reservation.approval_reasons} />
        {hold_expires_at ? (
          <Text size="xs" c="dimmed">
            {t('read.heldUntil', { until: showInstant(hold_expires_at, time_zone) })}
          </Text>
        ) : null}
        <FormProblem error={problem} />
      </div>
      <div className={classes.actions}>
        <Button leftSection={<IconCheck size={16} />} onClick={props.onApprove}>
          {t('decide.approve')}
        </Button>
        <Button variant="default" leftSection={<IconX size={16} />} onClick={props.onReject}>
          {t('decide.reject')}
        </Button>
      </div>
    </article>
  );
}
