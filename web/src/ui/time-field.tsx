import { useTranslation } from 'react-i18next';
import '@mantine/dates/styles.css';
import { TimePicker } from '@mantine/dates';

type TimeFieldProps = {
  label: string;
  value: string;
  onChange: (time: string) => void;
  description?: string | undefined;
  /** It may be left empty, and emptied again. */
  optional?: boolean;
  error?: string | undefined;
};

/** A time of the day, to the quarter of an hour by its arrows. */
export function TimeField(props: TimeFieldProps) {
  const { label, value, onChange, description, optional = false, error } = props;
  const { t } = useTranslation('ui');
  return (
    <TimePicker
      label={label}
      size="md"
      required={!optional}
      clearable={optional}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
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
