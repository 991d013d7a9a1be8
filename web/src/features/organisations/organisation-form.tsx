import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation(['organisations', 'ui']);
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
    onSuccess: () => notifyDone(t('ui:saved')),
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
              <TextInput
                label={t('ui:name')}
                required
                maxLength={100}
                {...form.getInputProps('name')}
              />
              <TextInput
                label={t('shortName')}
                description={t('shortNameHint')}
                required
                maxLength={60}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps('slug')}
              />
            </SimpleGrid>
            <TimeZoneField {...form.getInputProps('time_zone')} />
            <SimpleGrid cols={{ base: 1, xs: 3 }}>
              <Select
                label={t('datesAreWrittenIn')}
                description={t('localeHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                searchable
                allowDeselect={false}
                data={localeNames(locale)}
                {...form.getInputProps('locale')}
              />
              <Select
                label={t('theWeekBeginsOn')}
                allowDeselect={false}
                data={weekdayNames()}
                {...form.getInputProps('week_start')}
              />
              <Select
                label={t('secondCalendar')}
                allowDeselect={false}
                data={[
                  { value: 'none', label: t('none') },
                  { value: 'umm_al_qura', label: t('hijriUmmAlQura') },
                  { value: 'civil', label: t('hijriCivilTabular') },
                  { value: 'misri', label: t('hijriMisriTabular') },
                ]}
                {...form.getInputProps('second_calendar')}
              />
              {form.values.second_calendar !== 'none' && (
                <NumberInput
                  label={t('daysAhead')}
                  description={t('daysAheadHint')}
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
            {t('ui:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
