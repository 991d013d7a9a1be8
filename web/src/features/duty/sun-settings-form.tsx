import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { editSunSettings } from '../../../../contract/sun/edit-sun-settings.ts';
import {
  asrRules,
  highLatitudeRules,
  type SunSettings,
  sunMethods,
} from '../../../../contract/sun/sun-place.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Surface } from '../../ui/surface.tsx';
import { SunToday } from './sun-today.tsx';

const fields = ['name', 'latitude', 'longitude', 'method', 'asr_rule', 'high_latitude_rule'];

/** Where the organisation sees the sun, and by which rules its times are computed. */
export function SunSettingsForm({ settings }: { settings: SunSettings }) {
  const { t } = useTranslation(['duty', 'ui']);
  const { version, can, latitude, longitude, ...rest } = settings;
  const form = useForm<Omit<SunSettings, 'version' | 'can' | 'latitude' | 'longitude'> & Place>({
    initialValues: { ...rest, latitude: latitude ?? '', longitude: longitude ?? '' },
  });
  const action = useAction(editSunSettings, {
    version: () => version,
    refresh: ['sun', 'duty', 'journal'],
    onSuccess: () => notifyDone(t('ui:saved')),
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit(({ latitude: north, longitude: east, ...wish }) =>
    action.mutate({ body: { ...wish, latitude: numberOf(north), longitude: numberOf(east) } }),
  );
  const choices = <T extends string>(names: readonly T[], label: (name: T) => string) =>
    names.map((value) => ({ value, label: label(value) }));
  return (
    <Surface>
      <form onSubmit={submit}>
        <Stack p="md">
          <FormProblem error={action.error} fields={fields} />
          <TextInput label={t('placeName')} maxLength={100} {...form.getInputProps('name')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NumberInput
              label={t('latitude')}
              min={-90}
              max={90}
              decimalScale={5}
              {...form.getInputProps('latitude')}
            />
            <NumberInput
              label={t('longitude')}
              min={-180}
              max={180}
              decimalScale={5}
              {...form.getInputProps('longitude')}
            />
          </SimpleGrid>
          <FindMe onFound={(place) => form.setValues(place)} />
          <Select
            label={t('method')}
            allowDeselect={false}
            data={choices(sunMethods, (name) => t(`method_${name}`))}
            {...form.getInputProps('method')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={t('asrRule')}
              allowDeselect={false}
              data={choices(asrRules, (name) => t(`asr_${name}`))}
              {...form.getInputProps('asr_rule')}
            />
            <Select
              label={t('highLatitude')}
              allowDeselect={false}
              data={choices(highLatitudeRules, (name) => t(`high_${name}`))}
              {...form.getInputProps('high_latitude_rule')}
            />
          </SimpleGrid>
          <SunToday />
          {can.change ? (
            <Group justify="flex-end">
              <Button type="submit" loading={action.isPending} disabled={!form.isDirty()}>
                {t('ui:save')}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </form>
    </Surface>
  );
}

type Place = { latitude: number | string; longitude: number | string };

// An empty field is no place, and not the one at zero.
const numberOf = (value: number | string) => (value === '' ? undefined : Number(value));

/** Asks the device where it is. */
function FindMe({ onFound }: { onFound: (place: Place) => void }) {
  const { t } = useTranslation('duty');
  if (!('geolocation' in navigator) || !isSecureContext) return null;
  const find = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        onFound({
          latitude: Number(coords.latitude.toFixed(4)),
          longitude: Number(coords.longitude.toFixed(4)),
        }),
      () => notifyProblem(new Error(t('notLocated'))),
    );
  return (
    <Group>
      <Button variant="default" leftSection={<IconCurrentLocation size={16} />} onClick={find}>
        {t('findMe')}
      </Button>
    </Group>
  );
}
