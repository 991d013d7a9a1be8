import { NumberInput, Select, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BookingSettings } from '../../../../contract/resources/booking-settings.ts';
import type { OwnSettings } from '../../../../contract/resources/own-settings.ts';
import { showTime } from '../../lib/format.ts';
import { TimeField } from '../../ui/time-field.tsx';

export const settingFields = [
  ...(['business_start_time', 'business_end_time', 'slot_duration_minutes'] as const),
  ...(['stay_minutes_min', 'stay_minutes_max', 'days_ahead_max', 'hold_hours'] as const),
  ...(['live_reservations_max', 'weekly_hours_max', 'send_confirmation_emails'] as const),
];

const numbers = [
  { field: 'slot_duration_minutes', min: 5, max: 1440, step: 5 },
  { field: 'stay_minutes_min', min: 1, max: 1440, step: 5 },
  { field: 'stay_minutes_max', min: 1, max: 1440, step: 5 },
  { field: 'days_ahead_max', min: 1, max: 1096, step: 1 },
  { field: 'hold_hours', min: 1, max: 720, step: 1 },
  { field: 'live_reservations_max', min: 1, max: 1000, step: 1, limit: true },
  { field: 'weekly_hours_max', min: 1, max: 168, step: 1, limit: true },
] as const;

type Value = Partial<OwnSettings>;

type SettingsFieldsProps = {
  value: Value;
  onChange: (value: Value) => void;
  errors: Partial<Record<string, string>>;
  /** Of a resource: what holds where it has none of its own, and is left empty here. */
  usual?: BookingSettings | undefined;
};

/** How reservations are taken, field by field. */
export function SettingsFields({ value, onChange, errors, usual }: SettingsFieldsProps) {
  const { t } = useTranslation('resources');
  const set = (part: Value) => onChange({ ...value, ...part });
  const nothing = (limit: boolean) => (limit ? t('settings.noLimit') : '');
  return (
    <Stack>
      <SimpleGrid cols={2}>
        {(['business_start_time', 'business_end_time'] as const).map((field) => (
          <TimeField
            key={field}
            label={t(`settings.${field}`)}
            value={value[field] ? showTime(value[field]) : ''}
            onChange={(time) => set({ [field]: time || null })}
            description={usual ? t('settings.usual', { value: showTime(usual[field]) }) : undefined}
            optional={usual !== undefined}
            error={errors[field]}
          />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {numbers.map(({ field, min, max, step, ...more }) => (
          <NumberInput
            key={field}
            label={t(`settings.${field}`)}
            description={
              usual
                ? t('settings.usual', { value: usual[field] ?? nothing(true) })
                : t(`hint.${field}`)
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={min}
            max={max}
            step={step}
            allowDecimal={false}
            placeholder={usual ? '' : nothing('limit' in more)}
            value={value[field] ?? ''}
            onChange={(number) => set({ [field]: number === '' ? null : Number(number) })}
            error={errors[field]}
          />
        ))}
      </SimpleGrid>
      <Confirmations value={value} onChange={set} usual={usual} />
    </Stack>
  );
}

function Confirmations({ value, onChange, usual }: Omit<SettingsFieldsProps, 'errors'>) {
  const { t } = useTranslation('resources');
  const said = (on: boolean) => (on ? t('settings.mailed') : t('settings.notMailed'));
  const { send_confirmation_emails: sends } = value;
  if (!usual) {
    return (
      <Switch
        label={t('settings.send_confirmation_emails')}
        description={t('hint.send_confirmation_emails')}
        checked={sends ?? false}
        onChange={(event) => onChange({ send_confirmation_emails: event.currentTarget.checked })}
      />
    );
  }
  return (
    <Select
      label={t('settings.send_confirmation_emails')}
      clearable
      placeholder={t('settings.usual', { value: said(usual.send_confirmation_emails) })}
      data={[
        { value: 'true', label: said(true) },
        { value: 'false', label: said(false) },
      ]}
      value={sends === null || sends === undefined ? null : String(sends)}
      onChange={(chosen) =>
        onChange({ send_confirmation_emails: chosen === null ? null : chosen === 'true' })
      }
    />
  );
}

/** The settings alone, without what else a read object of them has. */
export function settingsIn(value: Value): Value {
  return Object.fromEntries(
    settingFields.flatMap((field) => (value[field] === undefined ? [] : [[field, value[field]]])),
  );
}
