import { IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Pill } from '../../ui/pill.tsx';

/** Says that an admin decides. */
export function PrimeTimePill() {
  const { t } = useTranslation('booking');
  return (
    <Pill tone="warn">
      <IconStarFilled size={10} aria-hidden style={{ marginInlineEnd: 4 }} />
      {t('slot.primeTime')}
    </Pill>
  );
}
