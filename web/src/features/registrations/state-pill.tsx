import { useTranslation } from 'react-i18next';
import type { RegistrationState } from '../../../../contract/registrations/registration.ts';
import { Pill } from '../../ui/pill.tsx';

const tones = { new: 'waiting', accepted: 'good', declined: 'plain' } as const;

/** What was decided of a sign-up. */
export function StatePill({ state }: { state: RegistrationState }) {
  const { t } = useTranslation('registrations');
  return <Pill tone={tones[state]}>{t(`state_${state}`)}</Pill>;
}
