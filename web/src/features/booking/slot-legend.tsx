import { IconCheck, IconHourglass, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './slot-legend.module.css';

/** What the looks of slots mean, in words. */
export function SlotLegend() {
  const { t } = useTranslation('booking');
  return (
    <ul className={classes.legend} aria-label={t('legend.label')}>
      <li data-look="free">{t('legend.free')}</li>
      <li data-look="mine">
        <IconCheck size={12} stroke={3} aria-hidden /> {t('legend.mine')}
      </li>
      <li data-look="taken">{t('slot.taken')}</li>
      <li data-look="pending">
        <IconHourglass size={12} aria-hidden /> {t('status.PENDING')}
      </li>
      <li data-look="prime">
        <IconStarFilled size={10} aria-hidden /> {t('legend.primeTime')}
      </li>
    </ul>
  );
}
