import {
  Chip,
  Fieldset,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type HourScope, hourScopes } from '../../../../contract/platform/approval.ts';
import { showWeekday } from '../../lib/format.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import { useRoles } from '../../lib/use-roles.ts';
import { TimeField } from '../../ui/time-field.tsx';
import { type ConditionName, conditionNames, type Wish } from './rule-wish.ts';

type FieldsProps = { wish: Wish; onChange: (part: Partial<Wish>) => void };

/** The conditions of a rule: each switched on shows what it asks; all of them must hold. */
export function ConditionFields({ wish, onChange }: FieldsProps) {
  const { t } = useTranslation('approvals');
  const fits = conditionNames.filter((name) => fitsSubject(name, wish));
  return (
    <Fieldset legend={t('form.conditions')} radius="md">
      <Stack>
        {fits.map((name) => (
          <Condition key={name} name={name} wish={wish} onChange={onChange} />
        ))}
      </Stack>
    </Fieldset>
  );
}

/** Only what is booked has a price. */
function fitsSubject(name: ConditionName, { subject }: Wish): boolean {
  return name !== 'cost' || subject === 'reservation' || subject === 'trade';
}

function Condition({ name, wish, onChange }: FieldsProps & { name: ConditionName }) {
  const { t } = useTranslation('approvals');
  const on = wish.named.includes(name);
  const Fields = fieldsOf[name];
  return (
    <Stack gap="xs">
      <Switch
        label={t(`condition.${name}`)}
        checked={on}
        onChange={() =>
          onChange({
            named: on ? wish.named.filter((one) => one !== name) : [...wish.named, name],
          })
        }
      />
      {on && Fields ? <Fields wish={wish} onChange={onChange} /> : null}
    </Stack>
  );
}

const fieldsOf: Partial<Record<ConditionName, React.FC<FieldsProps>>> = {
  window: WindowFields,
  roles: RoleFields,
  hours: HourFields,
  cost: CostFields,
};

function WindowFields({ wish, onChange }: FieldsProps) {
  const { t } = useTranslation('approvals');
  const { week_start } = useCalendarSettings();
  const days = Array.from({ length: 7 }, (_, day) => (day + week_start - 1) % 7);
  return (
    <>
      <Chip.Group
        multiple
        value={wish.weekdays.map(String)}
        onChange={(chosen) => onChange({ weekdays: chosen.map(Number) })}
      >
        <Group gap="xs" role="group" aria-label={t('form.weekdays')}>
          {days.map((day) => (
            <Chip key={day} value={String(day)} size="sm">
              {showWeekday(day + 1, 'short')}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <SimpleGrid cols={2}>
        <TimeField
          label={t('form.from')}
          value={wish.start_time}
          onChange={(start_time) => onChange({ start_time })}
        />
        <TimeField
          label={t('form.to')}
          value={wish.end_time}
          onChange={(end_time) => onChange({ end_time })}
        />
      </SimpleGrid>
    </>
  );
}

function RoleFields({ wish, onChange }: FieldsProps) {
  const { t } = useTranslation('approvals');
  return (
    <MultiSelect
      aria-label={t('condition.roles')}
      placeholder={wish.roles.length > 0 ? '' : t('form.pickRoles')}
      size="md"
      data={useRoles().all}
      value={[...wish.roles]}
      onChange={(roles) => onChange({ roles })}
    />
  );
}

function HourFields({ wish, onChange }: FieldsProps) {
  const { t } = useTranslation('approvals');
  return (
    <SimpleGrid cols={2}>
      <NumberInput
        label={t('form.hours')}
        min={0}
        max={744}
        step={0.5}
        decimalScale={2}
        value={wish.hours}
        onChange={(hours) => onChange({ hours: Number(hours) || 0 })}
      />
      <Select
        label={t('form.per')}
        allowDeselect={false}
        data={hourScopes.map((value) => ({ value, label: t(`per.${value}`) }))}
        value={wish.per}
        onChange={(per) => onChange({ per: (per ?? 'request') as HourScope })}
      />
    </SimpleGrid>
  );
}

function CostFields({ wish, onChange }: FieldsProps) {
  const { t } = useTranslation('approvals');
  return (
    <SimpleGrid cols={2}>
      <NumberInput
        label={t('form.cost')}
        min={0}
        decimalScale={2}
        value={wish.cost}
        onChange={(cost) => onChange({ cost: Number(cost) || 0 })}
      />
      <TextInput
        label={t('form.currency')}
        maxLength={3}
        value={wish.currency}
        onChange={(event) => onChange({ currency: event.currentTarget.value.toUpperCase() })}
      />
    </SimpleGrid>
  );
}
