import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation('ui');
  return (
    <TimePicker
      label={label}
      size="md"
      required
      withAsterisk={false}
      minutesStep={15}
      hoursInputLabel={t('hoursOf', { label })}
      minutesInputLabel={t('minutesOf', { label })}
      value={value}
      onChange={(time) => onChange(time.slice(0, 5))}
      error={error}
    />
  );
}
