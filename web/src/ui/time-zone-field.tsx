import { Select } from '@mantine/core';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

type TimeZoneFieldProps = {
  value?: string;
  onChange?: (value: string | null) => void;
  error?: React.ReactNode;
  disabled?: boolean;
};

/** A time zone, searched by any part of its name. */
export function TimeZoneField(props: TimeZoneFieldProps) {
  return (
    <Select
      label="Time zone"
      description="Shift times are times on the clocks there."
      required
      searchable
      limit={60}
      nothingFoundMessage="No such time zone"
      data={Array.from(new Set(['UTC', here, ...Intl.supportedValuesOf('timeZone')]))}
      {...props}
    />
  );
}
