import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import type { Segment } from './grid-segments.ts';
import classes from './time-grid.module.css';

/** A shift, or its part of the day, as a block of time; whoever may read it opens it. */
export function GridShift({ segment }: { segment: Segment }) {
  const { t } = useTranslation('rota');
  const { shift, from, to, lane, lanes, continues, goesOn } = segment;
  const { openShift } = useOverlays();
  const mine = useMe().id === shift.pa_id;
  const readable = useMay('shift.decide') || mine;
  const pending = shift.status === 'PENDING';
  const look = {
    className: classes.shift ?? '',
    'data-shift': shift.id,
    'data-taken': true,
    'data-mine': mine || undefined,
    'data-pending': pending || undefined,
    'data-continues': continues || undefined,
    'data-goes-on': goesOn || undefined,
    title: pending
      ? t('titleWaiting', { name: shift.pa_name, span: showSpan(shift) })
      : `${shift.pa_name} ${showSpan(shift)}`,
  };
  const content = (
    <>
      <span className={classes.shiftName}>
        {continues ? <IconArrowUp size={12} aria-hidden /> : null}
        {mine ? t('you') : shift.pa_name}
        {goesOn ? <IconArrowDown size={12} aria-hidden /> : null}
      </span>
      <span className={classes.shiftTime}>
        {pending ? t('spanWaiting', { span: showSpan(shift) }) : showSpan(shift)}
      </span>
      {continues ? <VisuallyHidden>{t('sinceDayBefore')}</VisuallyHidden> : null}
    </>
  );
  return (
    <li
      className={classes.place}
      style={{
        top: `calc(${from} * var(--minute))`,
        height: `calc(${to - from} * var(--minute))`,
        insetInlineStart: `calc(var(--stripe) + (100% - var(--stripe)) * ${lane / lanes})`,
        width: `calc((100% - var(--stripe)) / ${lanes})`,
      }}
    >
      {readable ? (
        <UnstyledButton {...look} onClick={() => openShift(shift.id)}>
          {content}
        </UnstyledButton>
      ) : (
        <div {...look}>{content}</div>
      )}
    </li>
  );
}
