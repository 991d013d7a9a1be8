import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

type TimeZoneFieldProps = {
  value?: string;
  onChange?: (value: string | null) => void;
  error?: React.ReactNode;
  disabled?: boolean;
};

/** A time zone, searched by any part of its name. */
export function TimeZoneField(props: TimeZoneFieldProps) {
  const { t } = useTranslation('ui');
  return (
    <Select
      label={t('timeZone')}
      description={t('timeZoneHint')}
      required
      searchable
      limit={60}
      nothingFoundMessage={t('noSuchTimeZone')}
      data={Array.from(new Set(['UTC', here, ...Intl.supportedValuesOf('timeZone')]))}
      {...props}
    />
  );
}
