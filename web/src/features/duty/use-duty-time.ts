import { useTranslation } from 'react-i18next';
import type { DutyType } from '../../../../contract/duty/duty-type.ts';
import { showMinutes, showSpan } from '../../lib/format.ts';

type Timed = Pick<DutyType, 'start_time' | 'end_time' | 'overnight' | 'sun'>;

/** Says when in a day a duty is: from when to when, or by the sun. */
export function useDutyTime(): (duty: Timed) => string {
  const { t } = useTranslation('duty');
  return ({ start_time, end_time, overnight, sun }) => {
    if (start_time && end_time) return showSpan({ start_time, end_time, overnight });
    if (!sun) return '';
    const event = t(`sun_${sun.event}`);
    const minutes = Math.abs(sun.offset_minutes);
    if (minutes === 0) return t('sunAt', { event, length: showMinutes(sun.minutes) });
    const key = sun.offset_minutes < 0 ? 'sunBefore' : 'sunAfter';
    return t(key, { event, offset: showMinutes(minutes), length: showMinutes(sun.minutes) });
  };
}
