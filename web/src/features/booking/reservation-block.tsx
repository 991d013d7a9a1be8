import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useMay } from '../../lib/use-me.ts';
import classes from './slot-grid.module.css';
import { type Block, type Minutes, placeOf } from './slots-of-day.ts';

/** A reservation as a block of time; whoever may read it opens it. */
export function ReservationBlock({ block, open }: { block: Block; open: Minutes }) {
  const { t } = useTranslation('booking');
  const { reservation, lane, lanes } = block;
  const { openReservation } = useOverlays();
  const readable = useMay('reservation.decide') || reservation.mine;
  const pending = reservation.status === 'PENDING';
  const who = reservation.mine ? t('slot.you') : (reservation.user_name ?? t('slot.taken'));
  const look = {
    className: classes.block ?? '',
    'data-mine': reservation.mine || undefined,
    'data-pending': pending || undefined,
    title: `${who} ${showSpan(reservation)}${pending ? ` · ${t('status.PENDING')}` : ''}`,
  };
  const content = (
    <>
      <span className={classes.who}>
        {reservation.mine && !pending ? <IconCheck size={12} stroke={3} aria-hidden /> : null}
        {pending ? <IconHourglass size={12} aria-hidden /> : null}
        {who}
      </span>
      <span className={classes.when}>
        {showSpan(reservation)}
        {pending ? ` · ${t('status.PENDING')}` : ''}
      </span>
    </>
  );
  return (
    <li
      className={classes.place}
      style={{
        ...placeOf(block, open),
        insetInlineStart: `${(100 * lane) / lanes}%`,
        width: `${100 / lanes}%`,
      }}
    >
      {readable ? (
        <UnstyledButton {...look} onClick={() => openReservation(reservation.id)}>
          {content}
        </UnstyledButton>
      ) : (
        <div {...look}>{content}</div>
      )}
    </li>
  );
}
