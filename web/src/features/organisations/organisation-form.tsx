import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { editOrganisation } from '../../../../contract/organisations/edit-organisation.ts';
import type { OrganisationSettings } from '../../../../contract/organisations/organisation.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Surface } from '../../ui/surface.tsx';
import { TimeZoneField } from '../../ui/time-zone-field.tsx';
import { localeNames, weekdayNames } from './setting-names.ts';
import { SystemSwitches } from './system-switches.tsx';

const fields = [
  ...['name', 'slug', 'time_zone', 'locale', 'week_start', 'second_calendar'],
  ...['second_calendar_offset', 'systems'],
];

/** All settings as one form; what someone else changed meanwhile is not overwritten. */
export function OrganisationForm({ settings }: { settings: OrganisationSettings }) {
  const { name, slug, time_zone, locale, week_start, systems } = settings;
  const { second_calendar, second_calendar_offset } = settings;
  const form = useForm({
    initialValues: {
      ...{ name, slug, time_zone, locale, second_calendar, second_calendar_offset, systems },
      week_start: String(week_start),
    },
  });
  const action = useAction(editOrganisation, {
    version: () => settings.version,
    refresh: ['organisations', 'identity', 'calendar'],
    onSuccess: () => notifyDone('Saved.'),
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit(({ week_start: day, ...values }) =>
    action.mutate({ body: { ...values, week_start: Number(day) } }),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormProblem error={action.error} fields={fields} />
        <Surface>
          <Stack p="lg">
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput label="Name" required maxLength={100} {...form.getInputProps('name')} />
              <TextInput
                label="Short name"
                description="For programs: small letters, digits, hyphens."
                required
                maxLength={60}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps('slug')}
              />
            </SimpleGrid>
            <TimeZoneField {...form.getInputProps('time_zone')} />
            <SimpleGrid cols={{ base: 1, xs: 3 }}>
              <Select
                label="Dates are written in"
                searchable
                allowDeselect={false}
                data={localeNames(locale)}
                {...form.getInputProps('locale')}
              />
              <Select
                label="The week begins on"
                allowDeselect={false}
                data={weekdayNames}
                {...form.getInputProps('week_start')}
              />
              <Select
                label="Second calendar"
                allowDeselect={false}
                data={[
                  { value: 'none', label: 'None' },
                  { value: 'umm_al_qura', label: 'Hijri (Umm al-Qura)' },
                  { value: 'civil', label: 'Hijri (civil, tabular)' },
                  { value: 'misri', label: 'Hijri (Misri, tabular)' },
                ]}
                {...form.getInputProps('second_calendar')}
              />
              {form.values.second_calendar !== 'none' && (
                <NumberInput
                  label="Days ahead"
                  description="−1 where the moon was seen a day later."
                  min={-2}
                  max={2}
                  clampBehavior="strict"
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  {...form.getInputProps('second_calendar_offset')}
                />
              )}
            </SimpleGrid>
          </Stack>
        </Surface>
        <SystemSwitches
          value={form.values.systems}
          onChange={(next) => form.setFieldValue('systems', next)}
        />
        <Group justify="flex-end">
          <Button type="submit" size="md" loading={action.isPending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
