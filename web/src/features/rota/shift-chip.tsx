import { useTranslation } from 'react-i18next';
import type { CalendarShift } from '../../../../contract/rota/shift.ts';
import { showSpan, showTime } from '../../lib/format.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import classes from './shift-chip.module.css';

/**
 * A shift in a day of the month. The day takes the click and opens what `data-shift` names; keys
 * and screen readers open the day, which lists the same shifts as buttons.
 */
export function ShiftChip({ shift }: { shift: CalendarShift }) {
  const { t } = useTranslation('rota');
  const mine = useMe().id === shift.pa_id;
  const readable = useMay('shift.decide') || mine;
  return (
    <span
      className={classes.chip}
      data-mine={mine || undefined}
      data-pending={shift.status === 'PENDING' || undefined}
      data-shift={readable ? shift.id : undefined}
      title={`${shift.pa_name} ${showSpan(shift)}`}
    >
      <span className={classes.time}>{showTime(shift.start_time)}</span>
      <span className={classes.name}>{mine ? t('you') : shift.pa_name}</span>
    </span>
  );
}
