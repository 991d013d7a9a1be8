import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type HoursFieldProps = {
  label: string;
  min?: number;
  max: number;
  value?: number | string;
  onChange?: (value: number | string) => void;
  error?: React.ReactNode;
};

/** Whole hours; where 0 is allowed it means no limit, and says so. */
export function HoursField({ min = 0, ...props }: HoursFieldProps) {
  const { t } = useTranslation('ui');
  const none = min === 0 && props.value === 0;
  return (
    <NumberInput
      min={min}
      allowDecimal={false}
      description={min === 0 ? (none ? t('noLimit') : t('zeroNoLimit')) : t('aboveItIsOvertime')}
      {...props}
    />
  );
}
