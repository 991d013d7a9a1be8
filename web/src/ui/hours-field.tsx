import { NumberInput } from '@mantine/core';

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
  const none = min === 0 && props.value === 0;
  return (
    <NumberInput
      min={min}
      allowDecimal={false}
      description={min === 0 ? (none ? 'No limit' : '0: no limit') : 'Above it is overtime'}
      {...props}
    />
  );
}
