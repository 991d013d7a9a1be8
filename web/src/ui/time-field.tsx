import '@mantine/dates/styles.css';
import { TimePicker } from '@mantine/dates';

type TimeFieldProps = {
  label: string;
  value: string;
  onChange: (time: string) => void;
  error?: string | undefined;
};

/** A time of the day, to the quarter of an hour by its arrows. */
export function TimeField({ label, value, onChange, error }: TimeFieldProps) {
  return (
    <TimePicker
      label={label}
      size="md"
      required
      withAsterisk={false}
      minutesStep={15}
      hoursInputLabel={`${label}: hours`}
      minutesInputLabel={`${label}: minutes`}
      value={value}
      onChange={(time) => onChange(time.slice(0, 5))}
      error={error}
    />
  );
}
