import { Text, UnstyledButton } from '@mantine/core';
import { IconCalendarOff, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BookingDay } from '../../../../contract/booking/booking-day.ts';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { toTime } from '../../lib/dates.ts';
import { showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useMay } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { Surface } from '../../ui/surface.tsx';
import { CostText } from './cost-text.tsx';
import { PrimeTimePill } from './prime-time-pill.tsx';
import { ReservationStatusPill } from './reservation-status-pill.tsx';
import { type DayRow, rowsOf } from './rows-of-day.ts';
import classes from './slot-list.module.css';

/** A day downwards, for a thumb: a tap on what is free opens it filled in, a second one books. */
export function SlotList({ day, resource }: { day: BookingDay; resource: Resource }) {
  const { t } = useTranslation('booking');
  const rows = rowsOf(day);
  if (rows.length === 0) {
    return (
      <Empty icon={IconCalendarOff} title={t('list.closed')}>
        {t('list.closedWhy')}
      </Empty>
    );
  }
  return (
    <Surface rows>
      {rows.map((row) => (
        <Row key={`${row.kind} ${row.from} ${row.to}`} row={row} day={day} resource={resource} />
      ))}
    </Surface>
  );
}

type RowProps = { row: DayRow; day: BookingDay; resource: Resource };

function Row({ row, day, resource }: RowProps) {
  const { t } = useTranslation('booking');
  const { openBook, openReservation } = useOverlays();
  const mayBook = useMay('reservation.make');
  const times = { start_time: toTime(row.from), end_time: toTime(row.to) };
  if (row.kind === 'mine') {
    const { reservation } = row;
    return (
      <UnstyledButton
        className={classes.row}
        data-mine
        onClick={() => openReservation(reservation.id)}
      >
        <Text component="span" fw={650}>
          {showSpan(reservation)}
        </Text>
        <span className={classes.what}>{t('slot.yours')}</span>
        <ReservationStatusPill status={reservation.status} />
        <IconChevronRight className="flips" size={16} aria-hidden />
      </UnstyledButton>
    );
  }
  if (row.kind === 'free' && mayBook) {
    return (
      <UnstyledButton
        className={classes.row}
        data-date={day.date}
        data-prime={row.slot.type === 'primetime' || undefined}
        onClick={() => openBook(day.date, resource.id, times)}
      >
        <Text component="span" fw={600}>
          {showSpan(times)}
        </Text>
        <span className={classes.what}>
          {row.booked > 0 ? t('list.freeOf', { count: row.booked }) : t('legend.free')}
        </span>
        <CostText cost={row.slot.cost} />
        {row.slot.type === 'primetime' ? <PrimeTimePill /> : null}
        <IconPlus size={16} aria-hidden />
      </UnstyledButton>
    );
  }
  const closed = row.kind === 'free' ? 'free' : row.kind;
  return (
    <div className={classes.row} data-closed>
      <span>{showSpan(times)}</span>
      <span className={classes.what}>{t(`list.kinds.${closed}`)}</span>
    </div>
  );
}
