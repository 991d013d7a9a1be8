import { VisuallyHidden } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { IconPlus, IconStarFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingDay } from '../../../../contract/booking/booking-day.ts';
import { minutesNowIn, toTime } from '../../lib/dates.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { ReservationBlock } from './reservation-block.tsx';
import classes from './slot-grid.module.css';
import { blocksOf, bookedIn, type DaySlot, type Minutes, placeOf } from './slots-of-day.ts';
import type { SlotRange } from './use-slot-range.ts';

type SlotColumnProps = {
  day: BookingDay;
  slots: readonly DaySlot[];
  column: number;
  open: Minutes;
  today: string;
  range: SlotRange;
};

/** One day of a resource: its slots, and over them what is reserved. */
export function SlotColumn({ day, slots, column, open, today, range }: SlotColumnProps) {
  const { blocks, crowded } = blocksOf(day);
  const chosen = range.chosenIn(column);
  const firstFree = slots.find(({ available }) => available)?.index;
  return (
    <section
      className={classes.day}
      aria-label={showDate(day.date, 'long')}
      data-past={day.date < today || undefined}
    >
      {slots.map((slot) => (
        <SlotBox
          key={slot.index}
          slot={slot}
          day={day}
          place={`${column}-${slot.index}`}
          open={open}
          crowded={crowded}
          chosen={range.isChosen(column, slot)}
          tabbable={
            range.focus?.column === column
              ? range.focus.slot === slot.index
              : slot.index === firstFree
          }
        />
      ))}
      {blocks.length > 0 ? (
        <ul className={classes.blocks} data-shared={blocksShare(slots, blocks) || undefined}>
          {blocks.map((block) => (
            <ReservationBlock key={block.reservation.id} block={block} open={open} />
          ))}
        </ul>
      ) : null}
      {chosen ? (
        <div className={classes.chosen} style={placeOf(chosen, open)} aria-hidden>
          {toTime(chosen.from)}–{toTime(chosen.to)}
        </div>
      ) : null}
      {day.date === today ? <NowLine open={open} /> : null}
    </section>
  );
}

/** Whether something free lies under a reservation: the resource takes several at once. */
function blocksShare(slots: readonly DaySlot[], blocks: readonly Minutes[]): boolean {
  return slots.some(
    (slot) =>
      slot.available && blocks.some((block) => block.from < slot.to && slot.from < block.to),
  );
}

type SlotBoxProps = {
  slot: DaySlot;
  day: BookingDay;
  place: string;
  open: Minutes;
  crowded: boolean;
  chosen: boolean;
  tabbable: boolean;
};

function SlotBox({ slot, day, place, open, crowded, chosen, tabbable }: SlotBoxProps) {
  const { t } = useTranslation('booking');
  const mayBook = useMay('reservation.make');
  const prime = slot.type === 'primetime';
  const booked = crowded ? bookedIn(slot, day) : 0;
  const look = {
    className: classes.slot,
    style: placeOf(slot, open),
    'data-state': slot.state,
    'data-prime': prime || undefined,
    'data-chosen': chosen || undefined,
  };
  const inside = (
    <>
      {prime ? <IconStarFilled className={classes.primeMark} size={10} aria-hidden /> : null}
      {booked > 0 ? <span>{t('slot.booked', { count: booked })}</span> : null}
    </>
  );
  if (!slot.available || !mayBook) return <div {...look}>{inside}</div>;
  const said = [
    t('slot.free', { span: showSpan(slot), date: showDate(day.date) }),
    prime ? t('slot.primeTime') : '',
    slot.needs_approval ? t('slot.needsApproval') : '',
    booked > 0 ? t('slot.booked', { count: booked }) : '',
  ];
  return (
    <button
      {...look}
      type="button"
      data-slot={place}
      data-date={day.date}
      tabIndex={tabbable ? 0 : -1}
      aria-label={said.filter(Boolean).join('. ')}
    >
      {inside}
      <span className={classes.take} aria-hidden>
        <IconPlus size={12} /> {showSpan(slot)}
      </span>
    </button>
  );
}

const tickMs = 30_000;

function NowLine({ open }: { open: Minutes }) {
  const { time_zone } = useMe().organisation;
  const { t } = useTranslation('booking');
  const [now, setNow] = useState(() => minutesNowIn(time_zone));
  useInterval(() => setNow(minutesNowIn(time_zone)), tickMs, { autoInvoke: true });
  if (now < open.from || now > open.to) return null;
  return (
    <div className={classes.now} style={{ top: `calc(${now - open.from} * var(--minute))` }}>
      <VisuallyHidden>{t('grid.now')}</VisuallyHidden>
    </div>
  );
}
