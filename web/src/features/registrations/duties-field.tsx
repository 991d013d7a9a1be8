import { Chip, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showTime } from '../../lib/format.ts';
import { FieldGroup } from './field-group.tsx';
import type { Signup } from './sign-up.tsx';

type DutiesFieldProps = {
  duties: Signup['duty_types'];
  value: string[];
  onChange: (value: string[]) => void;
  error: React.ReactNode;
};

/** Which duties someone would do; none chosen means any. */
export function DutiesField({ duties, value, onChange, error }: DutiesFieldProps) {
  const { t } = useTranslation(['registrations', 'duty']);
  if (duties.length < 2) return null;
  const timeOf = ({ start_time, sun }: (typeof duties)[number]) =>
    start_time ? showTime(start_time) : sun ? t(`duty:sun_${sun}`) : '';
  return (
    <FieldGroup
      legend={t('whichDuties')}
      hint={value.length === 0 ? t('anyDuty') : t('chosenDuties', { count: value.length })}
      error={error}
    >
      <Chip.Group multiple value={value} onChange={onChange}>
        <Group gap="xs">
          {duties.map((duty) => (
            <Chip key={duty.id} value={duty.id} size="lg" variant="outline">
              {[duty.name, timeOf(duty)].filter(Boolean).join(' · ')}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </FieldGroup>
  );
}
