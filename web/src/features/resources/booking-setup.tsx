import { useTranslation } from 'react-i18next';
import { LinkSwitch } from '../../ui/link-switch.tsx';

const places = ['/booking/settings', '/booking/resources', '/booking/prime-time'] as const;

/** What an admin sets for bookings, page beside page. */
export function BookingSetup({ at }: { at: (typeof places)[number] }) {
  const { t } = useTranslation('resources');
  return (
    <LinkSwitch
      label={t('setup.label')}
      links={places.map((to) => ({ to, label: t(`setup.${to}`), current: to === at }))}
    />
  );
}
